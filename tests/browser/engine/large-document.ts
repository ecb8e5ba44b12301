/** Sections of the document, each of which says the word once. */
export const LARGE_MARKS = 550;

/** A document of more than five million letters. */
export function largeDocument(): string {
  const dull = 'The committee met to settle the minutes and the date of the next meeting. ';
  const section = `<section>${`<p>${dull}<i>${dull}</i></p>`.repeat(60)}<p>The mastering engineer loved the music.</p></section>`;
  return `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><body>${section.repeat(LARGE_MARKS)}`;
}
