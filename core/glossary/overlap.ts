/** Runs of words that two texts share: the test for a sentence that was copied rather than written. */

/** Words in a row that two authors hardly choose alike by chance. */
const RUN = 8;

interface Overlap {
  /** The whole shared run, in lower case without punctuation. */
  words: string;
  /** The name of the source that has it. */
  source: string;
}

export interface OverlapFinder {
  add(source: string, text: string): void;
  /** Every run of eight or more words that `text` shares with a source, the longest reach of each once. */
  find(text: string): Overlap[];
}

export function createOverlapFinder(): OverlapFinder {
  const runs = new Map<string, string>();
  return {
    add(source, text) {
      for (const run of runsOf(text)) if (!runs.has(run)) runs.set(run, source);
    },
    find(text) {
      const words = wordsOf(text);
      const found: Overlap[] = [];
      for (let i = 0; i + RUN <= words.length; i++) {
        const source = runs.get(words.slice(i, i + RUN).join(' '));
        if (source === undefined) continue;
        let end = i + RUN;
        while (runs.has(words.slice(end - RUN + 1, end + 1).join(' ')) && end < words.length) end++;
        found.push({ words: words.slice(i, end).join(' '), source });
        i = end - 1;
      }
      return found;
    },
  };
}

/** Every run of eight words in a text, in lower case without punctuation. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+(?:['’][\p{L}]+)?/gu) ?? [];
