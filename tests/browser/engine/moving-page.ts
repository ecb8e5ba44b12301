/** In the page: what pages do that never rest, and what a reader would see meanwhile. */
const KEY = 'liner-notes-mark';
const WORD = 'mastering engineer';
/** A word of ours by itself: what is painted while the rest of the other is not written yet. */
const HALF = 'mastering';

const frame = () => new Promise((done) => requestAnimationFrame(done));
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

const ruler = new Range();

/** Texts that are painted as words of ours right now. */
function painted(): string[] {
  const words: string[] = [];
  for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get(KEY) ?? []) {
    const isThere = startContainer.isConnected && endOffset <= (endContainer as Text).length;
    if (isThere && startOffset <= (startContainer as Text).length) {
      ruler.setStart(startContainer, startOffset);
      ruler.setEnd(endContainer, endOffset);
      words.push(ruler.toString());
    } else words.push('nothing');
  }
  return words;
}
const wrong = () => painted().filter((word) => word !== WORD && word !== HALF).length;
const said = () => document.body.innerText.split(HALF).length - 1;

/** Waits until all that is said is painted, and nothing else; how long that took, in ms. */
async function right(limit = 10_000): Promise<number> {
  const start = performance.now();
  while (painted().length !== said() || wrong() > 0) {
    if (performance.now() - start > limit) throw new Error(`${painted().length} are painted, ${said()} are said`);
    await wait(5);
  }
  return performance.now() - start;
}

/** The page takes our highlight away again and again, in four ways; how soon it is back, and how often it was. */
async function war(times: number) {
  const mine = new Highlight();
  CSS.highlights.set('mine', mine);
  let repairs = 0;
  for (let time = 0; time < times; time++) {
    const ours = CSS.highlights.get(KEY);
    if (ours?.size) repairs++;
    if (time % 4 === 0) {
      CSS.highlights.clear();
      CSS.highlights.set('mine', mine);
    } else if (time % 4 === 1) CSS.highlights.delete(KEY);
    else if (time % 4 === 2) CSS.highlights.set(KEY, new Highlight());
    else ours?.clear();
    await wait(10);
  }
  CSS.highlights.delete(KEY);
  return { repairs, back: await right(), mine: CSS.highlights.get('mine') === mine && mine.size === 0 };
}

/** Rows of a long list shown by ten elements, whose texts are put in place of each other. */
async function scroll(times: number) {
  const list = document.body.appendChild(document.createElement('ul'));
  const rows = Array.from({ length: 10 }, () => list.appendChild(document.createElement('li')).appendChild(new Text()));
  const outcome = { wrong: 0, slowest: 0, marks: 0 };
  for (let time = 0; time < times; time++) {
    rows.forEach((row, index) => {
      const number = time * 7 + index;
      row.data = `Row ${number}: ${number % 3 ? 'nothing about the music' : `the ${WORD}`}.`;
    });
    await frame();
    outcome.wrong += wrong();
    outcome.slowest = Math.max(outcome.slowest, await right());
    outcome.marks = Math.max(outcome.marks, painted().length);
  }
  list.remove();
  return outcome;
}

/** Writes an answer token by token, into one text and into new ones, until it is ended. */
function writing(answer: HTMLElement, perSecond: number) {
  const one = answer.appendChild(new Text());
  const pen = { tokens: 0, end: () => clearInterval(timer) };
  const timer = setInterval(() => {
    const token = ['The ', 'mas', 'tering', ' engi', 'neer', ' came to the music. '][pen.tokens++ % 6]!;
    if (pen.tokens % 600 < 300) one.data += token;
    else answer.append(token);
  }, 1000 / perSecond);
  return pen;
}

/** What a reader would be told meanwhile. */
async function stream(ms: number, perSecond: number) {
  const answer = document.body.appendChild(document.createElement('p'));
  const end = performance.now() + ms;
  const outcome = { wrong: 0, looks: 0 };
  const pen = writing(answer, perSecond);
  while (performance.now() < end) {
    await frame();
    outcome.looks++;
    outcome.wrong += wrong();
  }
  pen.end();
  const settled = await right();
  answer.remove();
  return { ...outcome, tokens: pen.tokens, settled };
}

let seen: { answer: HTMLElement; end(): void } | undefined;
/** Begins an answer of which nothing is to be seen but what is painted on it, in red. */
function write(perSecond: number): void {
  wipe();
  const answer = document.createElement('p');
  answer.style.cssText = 'color: red; -webkit-text-fill-color: transparent; font: 12px/18px sans-serif';
  document.body.prepend(answer);
  seen = { answer, end: writing(answer, perSecond).end };
}

/** Where the answer says a word so far, each with its boxes: the longer ones whole, a half that may be painted by itself. */
function written(): { word: string; boxes: DOMRect[] }[] {
  const walker = document.createTreeWalker(seen!.answer, NodeFilter.SHOW_TEXT);
  const texts: { node: Node; start: number }[] = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    texts.push({ node, start: all.length });
    all += node.nodeValue;
  }
  const place = (at: number) => {
    const { node, start } = texts.findLast(({ start }) => start < at || at === 0)!;
    return [node, at - start] as const;
  };
  return [...all.matchAll(new RegExp(`${WORD}|${HALF}`, 'g'))].map(({ 0: word, index }) => {
    ruler.setStart(...place(index));
    ruler.setEnd(...place(index + word.length));
    return { word, boxes: [...ruler.getClientRects()].map((box) => box.toJSON() as DOMRect) };
  });
}

/** Takes the answer away, where one was left. */
function wipe(): void {
  seen?.end();
  seen?.answer.remove();
}

/** Ends the answer; comes when it is marked. */
async function stopWriting(): Promise<void> {
  seen!.end();
  await right();
}

/** The page answers every change with one of its own, and keeps its own element last. */
async function duel(ms: number) {
  const last = document.body.appendChild(document.createElement('footer'));
  const foreign: string[] = [];
  let echoes = 0;
  const watch = new MutationObserver((records) => {
    for (const { addedNodes, attributeName, target } of records) {
      for (const node of addedNodes) if (/^LINER/i.test(node.nodeName)) foreign.push(node.nodeName);
      if (attributeName) foreign.push(`${target.nodeName} ${attributeName}`);
    }
    if (echoes++ > 2000) return;
    if (document.body.lastChild !== last) document.body.append(last);
    last.textContent = `Echo ${echoes}`;
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.body.prepend('The music came. ');
  await wait(ms);
  watch.disconnect();
  const outcome = { foreign, echoes, wrong: wrong(), settled: await right() };
  last.remove();
  return outcome;
}

/** Blocks come, are marked, and go; what of them still lives is told when asked. */
const gone: WeakRef<Node>[] = [];
async function churn(rounds: number) {
  for (let round = 0; round < rounds; round++) {
    const section = document.createElement('section');
    for (let i = 0; i < 20; i++) {
      const block = section.appendChild(document.createElement('p'));
      block.textContent = `The ${WORD} came for the music, ${round} ${i}.`;
      gone.push(new WeakRef(block), new WeakRef(block.firstChild!));
    }
    document.body.append(section);
    await wait(5);
    if (round % 5 === 0) await frame();
    section.remove();
  }
  await right();
}
const living = () => gone.filter((ref) => ref.deref()).length;

Object.assign(globalThis, {
  moving: { war, scroll, stream, write, written, stopWriting, wipe, duel, churn, living, right },
});
export type Moving = {
  war: typeof war;
  scroll: typeof scroll;
  stream: typeof stream;
  write: typeof write;
  written: typeof written;
  stopWriting: typeof stopWriting;
  wipe: typeof wipe;
  duel: typeof duel;
  churn: typeof churn;
  living: typeof living;
  right: typeof right;
};
