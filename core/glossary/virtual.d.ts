/** The compiled glossary, as `build/glossary-plugin.ts` serves it. */
declare module 'virtual:liner-notes/match-table' {
  const table: import('./types.ts').MatchTable;
  export default table;
}
declare module 'virtual:liner-notes/card-table' {
  const table: import('./types.ts').CardTable;
  export default table;
}
declare module 'virtual:liner-notes/glossary' {
  const glossary: import('./types.ts').Glossary;
  export default glossary;
}
