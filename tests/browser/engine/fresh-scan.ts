/** What a scan from nothing makes of the page as it stands, and what an engine has kept, in comparable lines. */
import type { Judge } from '../../../core/sense/types.ts';
import type { BlockRecord } from '../../../page/block-record.ts';
import { readFacts } from '../../../page/facts.ts';
import { Marking } from '../../../page/marking.ts';
import type { Paint } from '../../../page/paint.ts';

const ids = new WeakMap<Node, number>();
let lastId = 0;
const idOf = (node: Node): number => {
  const known = ids.get(node);
  if (known !== undefined) return known;
  ids.set(node, ++lastId);
  return lastId;
};

/** A line a block: its tree, text nodes, boundary, and marks. */
export function blocksOf({ scan }: Marking): string[] {
  const lines: string[] = [];
  for (const root of scan.roots.values()) {
    const tree = idOf(root.node);
    let place = 0;
    for (const { nodes, starts, boundary, heading, marks, reading } of root.records()) {
      const held = nodes.map((node, index) => `${idOf(node)}@${starts[index]}`).join(' ');
      const marked = marks.map(({ start, end, term }) => `${start}-${end} ${term}`).join(', ');
      lines.push(
        `${tree}/${String(place++).padStart(5)} [${held}] ${boundary}${heading ? 'h' : ''} ${reading.length}: ${marked}`,
      );
    }
  }
  return lines.sort();
}

const nothing = { add() {}, delete() {}, follow() {}, clear() {}, point() {}, setStyle() {} } as unknown as Paint;

/** The blocks that a scan from nothing finds. */
export function freshScan(judge: Judge): string[] {
  return afresh(judge, blocksOf);
}

/**
 * Where what an engine has read so far is wrong: a block that is none, or text that was not read and is not known to be
 * unread. A block that is partly unread may be anything.
 */
export function readErrors(judge: Judge, { scan }: Marking): string[] {
  const isRight = new Set<string>();
  const open = new Set<Text>();
  const wrong: string[] = [];
  const known = new Set([...scan.roots.values()].flatMap((root) => [...root.records()].map(keyOf)));
  const fresh = afresh(judge, (marking) => [...marking.scan.roots.values()].flatMap((root) => [...root.records()]));
  for (const record of fresh) {
    isRight.add(keyOf(record));
    if (record.nodes.some((node) => scan.horizon.hides(node))) for (const node of record.nodes) open.add(node);
    else if (!known.has(keyOf(record)) && isKnownRoot(scan, record)) wrong.push(`not read: ${textOf(record)}`);
  }
  for (const root of scan.roots.values()) {
    for (const record of root.records()) {
      if (!isRight.has(keyOf(record)) && !record.nodes.some((node) => open.has(node)))
        wrong.push(`read wrongly: ${textOf(record)}`);
    }
  }
  return wrong;
}

const keyOf = ({ nodes, starts, heading, reading }: BlockRecord): string =>
  `${nodes.map((node, index) => `${idOf(node)}@${starts[index]}`)} ${heading} ${reading.length}`;

const textOf = ({ nodes }: BlockRecord): string => nodes.map(({ data }) => data).join('|');

/** Open shadow roots are found where text is read, and by and by elsewhere. */
const isKnownRoot = ({ roots }: Marking['scan'], { root }: BlockRecord): boolean => roots.has(root.node);

/** What marks, of this page and without an engine around it: it hears and paints nothing. */
export function markingAlone(judge: Judge): Marking {
  const options = { density: 'every', markStyle: 'none', wants: () => true } as const;
  return new Marking(judge, nothing, options, readFacts(document), {
    root() {},
    facts() {},
    due() {},
    run: (work) => work(),
  });
}

function afresh<T>(judge: Judge, look: (marking: Marking) => T): T {
  const marking = markingAlone(judge);
  marking.scan.addRoot(document);
  marking.scan.readAll();
  while (!marking.work(() => false));
  const seen = look(marking);
  marking.reset();
  return seen;
}
