/** The compiled glossary, as `build/glossary-plugin.ts` serves it. */
declare module 'virtual:liner-notes/match-table' {
  /** The table, parsed at the first call: a page that does not get past the gate does not pay for it. */
  export default function matchTable(): import('../sense/table.ts').MatchTable;
}
declare module 'virtual:liner-notes/card-table' {
  /** The table, unpacked at the first call: a page on which no card opens does not pay for it. */
  export default function cardTable(): import('./types.ts').CardTable;
}
declare module 'virtual:liner-notes/glossary' {
  const glossary: import('./types.ts').Glossary;
  export default glossary;
}
