/** How long the text is held for the browser to fetch, in ms: some do so only after the press, or after a question. */
const HELD = 60_000;

/** Offers a text as a file to keep. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HELD);
}
