/** In the page: changes it at random with the engine at work, and compares with a fresh scan of the same page. */
import matchTable from 'virtual:liner-notes/match-table';
import { gateInPieces } from '../../../core/sense/gate.ts';
import { createJudge } from '../../../core/sense/judge.ts';
import { pointsOf } from '../../../page/block-record.ts';
import type { Engine } from '../../../page/engine.ts';
import { mayRegister } from '../../../page/filled-slot.ts';
import { isShown } from '../../../page/is-shown.ts';
import type { Marking } from '../../../page/marking.ts';
import { pieceTexts } from '../../../page/piece-texts.ts';
import { wholeEngine } from '../../../page/whole-engine.ts';
import { blocksOf, freshScan, readErrors } from './fresh-scan.ts';
import { type Drawn, RandomPage } from './random-page.ts';

const judge = createJudge(matchTable);
const marking = { density: 'every', markStyle: 'dotted', wants: () => true } as const;
const breath = () => new Promise((resolve) => setTimeout(resolve));

interface Outcome {
  changes: number;
  compared: number;
  /** Most marks at any comparison. */
  marks: number;
  differences: string[];
  /** What was there of it at the looks and the comparisons, one with the other. */
  drawn: Drawn;
  /** At how many looks a part of the page was unread. */
  partial: number;
  /** What was thrown by ours. */
  errors: string[];
  /** Nodes taken out of the page that are held by somebody after a collection; -1 where none can be asked for. */
  held: number;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** Null as long as the gate was never open. */
const insides = (engine: Engine) =>
  (engine as unknown as { marker: { marking: Marking } | null }).marker?.marking ?? null;

/** Where what is registered differs from the marks: a range of no mark, a mark in view without its range. */
function paintErrors(marking: Marking): string[] {
  const registered = new Set((CSS.highlights.get('liner-notes-mark') ?? []) as unknown as Iterable<StaticRange>);
  const wrong: string[] = [];
  for (const root of marking.scan.roots.values()) {
    for (const { marks } of root.records()) {
      for (const mark of marks) {
        const { startNode, startOffset, endNode, endOffset } = pointsOf(mark.record, mark.start, mark.end);
        const { range } = mark;
        if (!range) {
          const box = marking.marks.boxOf(mark);
          if (box && box.bottom > 0 && box.top < innerHeight && isShown(mark))
            wrong.push(`in view and not painted: ${mark.surface}`);
        } else if (registered.delete(range) !== mayRegister(range)) wrong.push(`not registered: ${mark.surface}`);
        else if (range.startContainer !== startNode || range.startOffset !== startOffset) wrong.push(mark.surface);
        else if (range.endContainer !== endNode || range.endOffset !== endOffset) wrong.push(mark.surface);
      }
    }
  }
  for (const { startContainer } of registered) wrong.push(`registered for no mark: ${startContainer.textContent}`);
  return wrong;
}

/** Whether a fresh load of the page would have been walked at all. */
function passes(): boolean {
  const gate = gateInPieces();
  for (const text of pieceTexts(document)) if (gate.add(text)) return true;
  return gate.end();
}

function compare(engine: Engine): string[] {
  const marking = insides(engine);
  if (!marking?.scan.roots.size) return passes() ? ['still gated'] : [];
  const kept = blocksOf(marking);
  const fresh = freshScan(judge);
  if (kept.join('\n') === fresh.join('\n')) return paintErrors(marking);
  const extra = kept.filter((line) => !fresh.includes(line));
  const missing = fresh.filter((line) => !kept.includes(line));
  return [`kept ${extra.slice(0, 3)}`, `fresh ${missing.slice(0, 3)}`];
}

/** Has the browser look anew for the slots of all open shadow roots. */
function countSlots(tree: Document | ShadowRoot): void {
  for (const { shadowRoot } of tree.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    const slot = shadowRoot.appendChild(document.createElement('slot'));
    slot.assignedNodes();
    slot.remove();
    countSlots(shadowRoot);
  }
}

/** How many of the nodes taken out are still held, now that nobody of the test holds them. */
async function heldOf(page: RandomPage): Promise<number> {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) return -1;
  const refs = page.letGo();
  // Chromium 156 leaves the layout of what a closed `details` hides as it was, and a shadow root's list of slots until it
  // is asked for again; both hold what has left since, and a node that nobody needs would count as held by us.
  document.body.style.display = 'none';
  void document.body.offsetHeight;
  document.body.style.display = '';
  countSlots(document);
  const held = () => refs.filter((ref) => ref.deref()).length;
  // On a busy machine a compiler that is at work in the background holds on to what its code has met.
  for (let i = 0; i < 20 && (i < 4 || held() > 0); i++) {
    await breath();
    gc();
  }
  return held();
}

/** Length of a page most of which is left unread, in UTF-16 code units. */
const LONG = 3000;

/** @param comesAfter ms after which what marks is there; null: at once. */
function begin(outcome: Outcome, comesAfter: number | null): { engine: Engine; end: AbortController } {
  const end = new AbortController();
  const engine = wholeEngine({
    judge,
    marking,
    signal: end.signal,
    ...(comesAfter === null ? {} : { opened: () => new Promise<void>((resolve) => setTimeout(resolve, comesAfter)) }),
    limits: {
      settleAfter: 5,
      calmAfter: 10,
      gateAfter: 5,
      ahead: 100,
      patience: 2,
      repaint: 5,
      repaintSeen: 5,
      ease: 5,
      // Some bursts of changes are worked off for their number, some when their time has come, some at once.
      records: 30,
    },
    failed: (error) => outcome.errors.push(String((error as Error).stack ?? error)),
  });
  engine.start();
  return { engine, end };
}

/** The engine of the last run, at work on a page that has been emptied: what it holds then is held for nothing. */
let last: AbortController | null = null;

/**
 * Changes the page `changes` times by one seed, in bursts, and compares after every burst of `every`.
 * @param alone the same changes without an engine: what is held then is held by the browser.
 */
async function run(seed: number, changes: number, every: number, alone = false): Promise<Outcome> {
  last?.abort();
  document.body.replaceChildren();
  const top = document.body.appendChild(document.createElement('main'));
  // So tall that most of it is far from what is seen, and so little read ahead that it is left unread.
  top.style.lineHeight = '3000px';
  // Some pages begin without anything musical.
  top.append(seed % 4 ? 'A mastering engineer came.' : 'Somebody came.');
  const outcome: Outcome = {
    changes: 0,
    compared: 0,
    marks: 0,
    drawn: { named: 0, manual: 0, opened: 0, framed: 0 },
    differences: [],
    partial: 0,
    errors: [],
    held: -1,
  };
  const page = new RandomPage(seed, top);
  // The page goes on changing while what marks is on its way.
  const comesAfter = () => (seed % 3 ? page.below(12) : null);
  const beginAnew = () => {
    const ms = comesAfter();
    return alone ? null : begin(outcome, ms);
  };
  const noteDrawn = () => {
    const drawn = page.drawn();
    for (const kind of Object.keys(drawn) as (keyof Drawn)[]) outcome.drawn[kind] += drawn[kind];
  };
  let work = beginAnew();
  while (outcome.changes < changes) {
    for (let burst = 1 + page.below(20); burst > 0; burst--, outcome.changes++) page.change();
    if (page.below(3)) await breath();
    if (page.below(8) === 0 && work) {
      await work.engine.completion.rested();
      const marking = insides(work.engine);
      if (marking?.scan.isWhole === false) outcome.partial++;
      if (marking) outcome.differences = readErrors(judge, marking);
      noteDrawn();
    }
    if (outcome.differences.length === 0 && outcome.changes >= (outcome.compared + 1) * every) {
      await work?.engine.completion.idle();
      await frame();
      await frame();
      await work?.engine.completion.idle();
      if (work) outcome.differences = compare(work.engine);
      outcome.compared++;
      noteDrawn();
      outcome.marks = Math.max(outcome.marks, work?.engine.marks?.every().length ?? 0);
      work?.end.abort();
      // With a page that is long already, of which it reads the beginning.
      page.grow(LONG);
      work = beginAnew();
    }
    if (outcome.differences.length) {
      outcome.differences.unshift(`seed ${seed} after ${outcome.changes}`);
      break;
    }
  }
  outcome.held = await heldOf(page);
  document.body.replaceChildren();
  await work?.engine.completion.idle();
  last = work?.end ?? null;
  return outcome;
}

Object.assign(globalThis, { run });
