/** In a page of a test: pages of sizes that are rare and real, and what the engine takes of their time. */
import './lab.ts';
import type { Lab } from './lab.ts';

declare const lab: Lab;

const WORD = 'mastering engineer';
const SAID = `The ${WORD} loved the music. `;
const DULL = 'The committee met to settle the minutes and the date of the next meeting. ';

/** How often the word is said where it is to be marked. */
type Made = number;

const makers: Record<string, (main: HTMLElement) => Made> = {
  'five million letters in two hundred thousand nodes'(main) {
    // 500 sections of 100 paragraphs; each has an element and a text of its own within: 200,000 nodes and a few.
    const plain = `<p>${DULL}<i>${DULL.slice(0, 26)}</i></p>`;
    const section = `<section>${plain.repeat(49)}<p>${SAID}<i>${DULL}</i></p>${plain.repeat(50)}</section>`;
    main.innerHTML = section.repeat(500);
    return 500;
  },
  'one text of a million letters'(main) {
    const stretch = `${DULL.repeat(130)}${SAID}`;
    const times = Math.ceil(1_000_000 / stretch.length);
    main.append(stretch.repeat(times));
    return times;
  },
  'nesting three thousand deep'(main) {
    const top = main.appendChild(document.createElement('div'));
    let deepest: Element = top;
    for (let depth = 1; depth <= 3000; depth++) {
      deepest = deepest.appendChild(document.createElement('span'));
      // At each hundredth level a word, parted from the next by a block.
      if (depth % 100 === 0) deepest.innerHTML = `<br>${SAID}<br><span></span>`;
      if (depth % 100 === 0) deepest = deepest.lastElementChild!;
    }
    return 30;
  },
  'ten thousand shadow roots'(main) {
    const fragment = document.createDocumentFragment();
    for (let at = 0; at < 10_000; at++) {
      const host = fragment.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).innerHTML = at % 100 ? `<p>${DULL}</p>` : `<p>${SAID}</p>`;
    }
    main.append(SAID, fragment);
    return 101;
  },
};

/** In ms: a long task of a machine that is half as fast. What a browser takes for its own part grows with the machine. */
const TOO_LONG = 100;

/** Long tasks of the whole page, those of the browser for us included; none where the browser does not tell. */
function longTasks() {
  const long = (entries: PerformanceEntryList) => entries.map(({ duration }) => duration).filter((ms) => ms > TOO_LONG);
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return { count: () => 0, stop() {} };
  const seen: number[] = [];
  const observer = new PerformanceObserver((list) => seen.push(...long(list.getEntries())));
  observer.observe({ entryTypes: ['longtask'] });
  return {
    count() {
      seen.push(...long(observer.takeRecords()));
      return seen.length;
    },
    stop: () => observer.disconnect(),
  };
}

/** The page has been drawn, and all that drawing it took is over. */
async function drawn(): Promise<void> {
  for (let frames = 0; frames < 3; frames++) await lab.frame();
}

interface Tasks {
  /** The longest task of ours, in ms, in the best of some tries: whoever else works on this machine makes tasks long. */
  longest: number;
  /** Tasks over 100 ms on the page while we were at work, in the same try. */
  longTasks: number;
}

interface Measured extends Tasks {
  said: number;
  marked: number;
  /** The same for one change in the middle of the page. */
  change: Tasks & { marked: boolean };
  errors: string[];
}

/** @param limit ms that no task of ours may take; at most `tries` scans are made to find one where none does. */
async function measure(page: string, limit: number, tries: number): Promise<Measured> {
  const main = document.body.appendChild(document.createElement('main'));
  const said = makers[page]!(main);
  await drawn();
  const out: Measured = {
    said,
    marked: 0,
    longest: Number.POSITIVE_INFINITY,
    longTasks: Number.POSITIVE_INFINITY,
    change: { longest: Number.POSITIVE_INFINITY, longTasks: Number.POSITIVE_INFINITY, marked: false },
    errors: [],
  };
  const tasks = longTasks();
  const middle = main.children[main.children.length >> 1] ?? main;
  const other = document.createElement('p');
  other.textContent = SAID;
  const isGood = ({ longest, longTasks }: Tasks) => longest < limit && longTasks <= 0;
  const isBetter = (one: Tasks, other: Tasks) =>
    isGood(one) || (!isGood(other) && (one.longTasks - other.longTasks || one.longest - other.longest) < 0);
  for (let time = 0; time < tries && !(isGood(out) && isGood(out.change)); time++) {
    // What the change costs the page by itself: to lay it out anew can be a long task.
    const alone = tasks.count();
    middle.append(other);
    await drawn();
    const own = tasks.count() - alone;
    other.remove();
    await drawn();

    const taken = lab.taskClock();
    const before = tasks.count();
    const { engine, end, errors } = lab.start({ limits: lab.soon });
    await engine.completion.idle();
    await drawn();
    const first = { longest: taken.longest, longTasks: tasks.count() - before };
    if (isBetter(first, out)) Object.assign(out, first);
    out.marked = lab.marked(engine);

    taken.longest = 0;
    const changing = tasks.count();
    middle.append(other);
    await lab.until(() => lab.marked(engine) > said, 5000).catch(() => {});
    await engine.completion.idle();
    await drawn();
    const after = { longest: taken.longest, longTasks: tasks.count() - changing - own };
    const marked = lab.marked(engine) === said + 1;
    if (isBetter(after, out.change)) out.change = { ...after, marked };
    other.remove();
    await engine.completion.idle();
    out.errors.push(...errors);
    end.abort();
    taken.stop();
  }
  tasks.stop();
  return out;
}

const ROWS = 100_000;
const HEIGHT = 24;
/** Every third row of the list says the word, and each row says its number: what stood there before is never right. */
const rowText = (row: number) => (row % 3 ? `Row ${row}: nothing about the music.` : `Row ${row}: the ${WORD} came.`);

interface Scrolled {
  /** How long it took after each scroll until the marks were those of a fresh scan, in ms. */
  took: number[];
  /** Frames in which something other than the word was painted, or the word in a row that does not say it. */
  wrong: number;
  /** Fewest marks on the page after a scroll. */
  fewest: number;
  errors: string[];
}

/** A list of 100,000 rows shown by some forty elements, whose texts and places are changed as the reader scrolls. */
async function scroll(times: number, random: number[]): Promise<Scrolled> {
  document.body.innerHTML = `<p>${SAID}</p><div id="list" style="height:600px;overflow:auto"><div style="position:relative;height:${ROWS * HEIGHT}px"></div></div>`;
  const list = document.getElementById('list')!;
  const shown = Math.ceil(600 / HEIGHT) + 10;
  const rows = Array.from({ length: shown }, () => {
    const row = list.firstElementChild!.appendChild(document.createElement('div'));
    row.style.position = 'absolute';
    return row.appendChild(new Text());
  });
  const render = () => {
    const first = Math.max(0, Math.min(ROWS - shown, Math.floor(list.scrollTop / HEIGHT) - 5));
    for (let row = first; row < first + shown; row++) {
      const text = rows[row % shown]!;
      text.parentElement!.style.top = `${row * HEIGHT}px`;
      if (text.data !== rowText(row)) text.data = rowText(row);
    }
  };
  list.addEventListener('scroll', render);
  render();
  const { engine, end, errors } = lab.start();
  await engine.completion.idle();
  const out: Scrolled = { took: [], wrong: 0, fewest: Number.POSITIVE_INFINITY, errors };
  const lies = () => lab.said().some(({ text }) => text !== WORD);
  for (let time = 0; time < times; time++) {
    // Some by a few rows, as a wheel does; some far, as the bar does.
    const far = random[time]!;
    list.scrollTop = time % 3 ? list.scrollTop + 1 + far * 400 : far * ROWS * HEIGHT;
    await new Promise((heard) => list.addEventListener('scroll', heard, { once: true }));
    const start = performance.now();
    if (lies()) out.wrong++;
    while (!lab.isFresh(engine) && performance.now() - start < 5000) {
      await lab.frame();
      if (lies()) out.wrong++;
    }
    out.took.push(performance.now() - start);
    out.fewest = Math.min(out.fewest, lab.marked(engine));
  }
  end.abort();
  return out;
}

Object.assign(globalThis, { large: { pages: Object.keys(makers), measure, scroll } });
export type Large = { pages: string[]; measure: typeof measure; scroll: typeof scroll };
