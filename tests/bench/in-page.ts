/** Runs in the page: what is timed, each on a fresh copy of the document, as a reader's browser first meets it. */

import matchTable from 'virtual:liner-notes/match-table';
import Mark from 'mark.js';
import { Finds, find } from '../../core/matching/find.ts';
import { IndexFiler } from '../../core/matching/index-filer.ts';
import { gateInPieces } from '../../core/sense/gate.ts';
import { createJudge } from '../../core/sense/judge.ts';
import { Marking } from '../../page/marking.ts';
import { Paint } from '../../page/paint.ts';
import { pieceTexts } from '../../page/piece-texts.ts';
import { wholeEngine } from '../../page/whole-engine.ts';
import { taskClock } from '../browser/engine/task-clock.ts';
import { benchForms, trieRegExp } from './forms.ts';
import { company, freshBody, MARKING } from './in-page-company.ts';

const judge = createJudge(matchTable);

function timed(work: () => number): { ms: number; result: number } {
  freshBody();
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** The least anybody must do: visit each text node and read it. */
const bare = () =>
  timed(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    while (texts.nextNode()) sum += (texts.currentNode as Text).data.length;
    return sum;
  });

/** The gate as the engine asks it, piece by piece. */
function isMusical(): boolean {
  const asked = gateInPieces();
  for (const text of pieceTexts(document)) {
    if (asked.add(text)) return true;
  }
  return asked.end();
}

const gate = () => timed(() => (isMusical() ? 1 : 0));

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * All that the engine does on a page from nothing until it rests: gate, facts, walk, matching, sense, ranges, the look
 * for shadow roots and at what is near, once as on a reader’s page and behind a frame, in its own tasks, whose times are
 * added up.
 * @param all what lies far from the viewport is read as well, as for the popup’s counts.
 */
async function pipeline(all = false) {
  freshBody();
  const clock = taskClock();
  const end = new AbortController();
  const engine = wholeEngine({ judge, marking: MARKING, signal: end.signal, limits: { settleAfter: 0 } });
  engine.start();
  await engine.completion.ready();
  const registered = CSS.highlights.get('liner-notes-mark')?.size ?? 0;
  for (let looks = 0; looks < 2; looks++) {
    await (all ? engine.completion.idle() : engine.completion.rested(false));
    // What is near is told after a frame was drawn.
    for (let frames = 0; frames < 2; frames++) await frame();
  }
  await (all ? engine.completion.idle() : engine.completion.rested(false));
  clock.stop();
  const marks = engine.marks?.every().length ?? 0;
  const toMarks = engine.scanMs;
  end.abort();
  return { ms: clock.sum, toMarks, marks, registered };
}

/** What a competitor looks for. Made when it is first asked for: the table is unpacked for it, and a cold start would not be cold. */
let pattern: RegExp | undefined;
const formsPattern = (): RegExp => {
  pattern ??= trieRegExp(benchForms(matchTable()));
  return pattern;
};

const withRegExp = (forms: RegExp) => {
  let found = 0;
  new Mark(document.body).markRegExp(forms, { each: () => found++, exclude: ['script', 'style'] });
  return found;
};
function markRegExp() {
  const forms = formsPattern();
  return timed(() => withRegExp(forms));
}

function markArray() {
  const forms = benchForms(matchTable());
  return timed(() => {
    let found = 0;
    new Mark(document.body).mark(forms, {
      accuracy: 'exactly',
      separateWordSearch: false,
      diacritics: false,
      each: () => found++,
    });
    return found;
  });
}

/** Every form of the glossary on the page, as our own walk and table find it before any judging. */
function candidates(): number {
  freshBody();
  const found = new Marking(
    judge,
    new Paint(),
    MARKING,
    {},
    { root() {}, facts() {}, due() {}, run: (work) => work() },
  );
  found.scan.addRoot(document);
  found.scan.readAll();
  found.scan.step(() => false);
  let sum = 0;
  for (const root of found.scan.roots.values())
    for (const { reading } of root.records()) sum += reading.candidates.length;
  found.reset();
  return sum;
}

/** Time to read the page's text, in ms, with a table of `times` as many forms. */
function readWith(times: number): number {
  const text = document.body.textContent.slice(0, 1_000_000);
  const forms = benchForms(matchTable());
  const endings = ['', ...'bcdfghjkl'].slice(0, times);
  const filer = new IndexFiler();
  for (const ending of endings) for (const form of forms) filer.file(form + ending);
  const index = filer.index();
  const finds = new Finds();
  const start = performance.now();
  find(index, text, finds);
  return performance.now() - start;
}

Object.assign(globalThis, {
  bench: {
    ...company(
      judge,
      () => createJudge(matchTable),
      () => withRegExp(formsPattern()),
    ),
    bare,
    gate,
    pipeline,
    markRegExp,
    markArray,
    candidates,
    readWith,
    size: () => ({ nodes: document.body.querySelectorAll('*').length, text: document.body.textContent.length }),
    passes: isMusical,
  },
});
