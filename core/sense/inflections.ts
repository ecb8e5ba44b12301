/**
 * Whether a cue word also counts with a plural -s: a word in small letters does; a word with a capital (Grammy, NME)
 * counts only as written.
 */
export function takesPlural(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return last >= 97 && last <= 122 && last !== 115 && word === word.toLowerCase();
}
