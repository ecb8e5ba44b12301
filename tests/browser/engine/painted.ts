/** Runs in a page: the words of its own document that are painted as ours, each with the element around it. */
export function paintedWords(): string[] {
  const words: string[] = [];
  for (const key of ['liner-notes-mark', 'liner-notes-solid', 'liner-notes-tint']) {
    for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get(key) ?? []) {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      words.push(`${range} in ${startContainer.parentElement?.tagName}`);
    }
  }
  return words;
}
