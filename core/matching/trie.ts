/**
 * Many words as one regular expression in the shape of a trie: the engine then decides on each character once, instead
 * of trying a thousand alternatives one after the other. The longest word wins, since each ending is optional and greedy.
 */

interface Node {
  ends: boolean;
  next: Map<string, Node>;
}

const node = (): Node => ({ ends: false, next: new Map() });

/**
 * @param words in their normalised spelling; duplicates are harmless.
 * @param atom the pattern of one character.
 * @returns the source of an alternation, without edges and without capturing groups; matches nothing for no words.
 */
export function trieSource(words: Iterable<string>, atom: (character: string) => string): string {
  const root = node();
  for (const word of words) {
    let at = root;
    for (const character of word) {
      let next = at.next.get(character);
      if (!next) {
        next = node();
        at.next.set(character, next);
      }
      at = next;
    }
    at.ends = true;
  }
  return root.next.size === 0 ? '[]' : branches(root, atom);
}

function branches(at: Node, atom: (character: string) => string): string {
  const alternatives: string[] = [];
  const leaves: string[] = [];
  for (const [character, next] of [...at.next].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (next.next.size === 0) leaves.push(atom(character));
    else alternatives.push(atom(character) + branches(next, atom));
  }
  if (leaves.length > 0) alternatives.push(oneOf(leaves));
  const only = alternatives.length === 1 ? alternatives[0]! : undefined;
  if (!at.ends) return only ?? `(?:${alternatives.join('|')})`;
  return leaves.length > 0 && only !== undefined ? `${only}?` : `(?:${alternatives.join('|')})?`;
}

/** Single characters share a class, so that a plural costs two characters of source. */
function oneOf(atoms: string[]): string {
  const [first] = atoms;
  if (atoms.length === 1) return first!;
  return atoms.every((atom) => atom.length === 1) ? `[${atoms.join('')}]` : `(?:${atoms.join('|')})`;
}
