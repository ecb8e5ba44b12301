/** What a scan from nothing makes of the page as it stands, and what an engine has kept, in comparable lines. */
import type { Judge } from '../../../core/sense/types.ts';
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

const nothing = { add() {}, delete() {}, clear() {}, point() {}, setStyle() {} } as unknown as Paint;

export function freshScan(judge: Judge): string[] {
  const options = { density: 'every', markStyle: 'none', wants: () => true } as const;
  const marking = new Marking(judge, nothing, options, readFacts(document), {
    root() {},
    facts() {},
    run: (work) => work(),
  });
  marking.scan.addRoot(document);
  while (!marking.work(() => false));
  const blocks = blocksOf(marking);
  marking.reset();
  return blocks;
}
