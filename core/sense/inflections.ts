/**
 * The spellings a cue word stands for: a word in small letters also counts with a plural -s; a word with a capital
 * (Grammy, NME) only as written.
 */
export function inflections(word: string): string[] {
  return /[A-Z]/.test(word) || !/[a-rt-z]$/.test(word) ? [word] : [word, `${word}s`];
}
