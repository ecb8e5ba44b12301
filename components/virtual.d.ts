/** The card's messages by their full keys, as `build/card-words-plugin.ts` serves them. */
declare module 'virtual:card-words' {
  const words: Record<string, string>;
  export default words;
}
