/**
 * Texts that leave their own box, are clipped by one, or make the page scroll sideways: to be run in a page of ours, or on
 * the card's root, in which nothing may scroll sideways at all.
 */
export function misplaced(card?: ShadowRoot): string[] {
  /** Shortened on purpose, and whole elsewhere; or not to be seen at all; or, to close the card, hung over a corner. */
  const SHORTENED =
    '.result-definition, .term-definition, .result-alias, .visually-hidden, .stage-words, .sources, .unseen, .close';
  const found = new Set<string>();
  // What looks into the card need not be of its document.
  const page = card?.ownerDocument ?? document;
  const view = page.defaultView!;
  const whole = card ?? page.body;
  const root = page.documentElement;
  if (!card && root.scrollWidth > root.clientWidth) {
    const widest = [...page.querySelectorAll('body *')].findLast((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < 0 || right > root.clientWidth;
    });
    found.add(`the page is ${root.scrollWidth} px wide, for ${widest?.outerHTML.slice(0, 200)}`);
  }
  for (const box of card?.querySelectorAll('*') ?? [])
    if (/auto|scroll/.test(view.getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth)
      found.add(`${box.tagName} ${box.getAttribute('class')} scrolls sideways`);
  const texts = page.createTreeWalker(whole, view.NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement!;
    if (!text.nodeValue?.trim() || !parent.checkVisibility() || parent.closest(SHORTENED)) continue;
    // Word by word: blanks and the marks that turn a word around may hang out of the end of a line.
    const lines = [...text.nodeValue.matchAll(/[^\s\u202c\u202e]+/g)].flatMap(({ 0: word, index }) => {
      const range = page.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return [...range.getClientRects()];
    });
    for (let box: Element | null = parent; box && box !== whole; box = box.parentElement) {
      const { display, overflowX } = view.getComputedStyle(box);
      if (overflowX === 'auto' || overflowX === 'scroll') break;
      if (display === 'inline' || display === 'contents') continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const clips = overflowX !== 'visible';
      const out = lines.some(
        (line) =>
          line.left < left - 1 || line.right > right + 1 || (clips && (line.top < top - 1 || line.bottom > bottom + 1)),
      );
      if (out) found.add(`“${text.nodeValue.trim().slice(0, 60)}” in ${box.tagName} ${box.getAttribute('class')}`);
    }
  }
  const names = [...whole.querySelectorAll('.stage-name')].map((name) => name.getBoundingClientRect());
  for (const [i, a] of names.entries())
    for (const b of names.slice(i + 1))
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.add('names of stages');
  return [...found];
}
