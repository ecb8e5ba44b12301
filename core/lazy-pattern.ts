/**
 * A pattern that is compiled when it is first asked for. Engines check the literal of one while they read a script, in
 * functions that are never called too, and look up the characters of each `\p{…}` in it: 0.5 ms for fourteen of them,
 * and 0.8 more where it is made at once (Chromium 156; docs/decisions/0206-filed-by-the-build.md).
 * @param source of the pattern. @param flags `u` at least, which says what `\p` is.
 */
export function lazyPattern(source: string, flags = 'u'): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source, flags);
    return pattern;
  };
}
