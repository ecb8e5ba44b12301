/** Marks of all trees of a page in the order in which a reader meets them. */
import type { BlockRecord } from './block-record.ts';
import { beginsSection } from './density.ts';
import type { TextRoot } from './text-root.ts';
import { rootOf } from './tree.ts';

/** The first record of the section, which stands for it. */
export interface InSection {
  record: BlockRecord;
  section: BlockRecord;
}

/** Records with marks, each with its section; those of a shadow root where its host stands. */
export function* markedRecords(roots: ReadonlyMap<Node, TextRoot>): Generator<InSection> {
  const children = new Map<Node, TextRoot[]>();
  let top: TextRoot | null = null;
  for (const root of roots.values()) {
    if (!(root.node instanceof ShadowRoot)) top = root;
    else {
      const parent = rootOf(root.node.host);
      const known = children.get(parent);
      if (known) known.push(root);
      else children.set(parent, [root]);
    }
  }
  if (top) yield* below(top, children);
}

function* below(root: TextRoot, children: Map<Node, TextRoot[]>): Generator<InSection> {
  const waiting = children.get(root.node) ?? [];
  waiting.sort((a, b) => (isBefore(hostOf(a), hostOf(b)) ? -1 : 1));
  let next = 0;
  let section: BlockRecord | null = null;
  for (const record of root.records()) {
    if (!section || beginsSection(record)) section = record;
    if (record.marks.length === 0) continue;
    while (next < waiting.length && isBefore(hostOf(waiting[next]!), record.nodes[0]!)) {
      yield* below(waiting[next++]!, children);
    }
    yield { record, section };
  }
  while (next < waiting.length) yield* below(waiting[next++]!, children);
}

const hostOf = (root: TextRoot): Element => (root.node as ShadowRoot).host;
const isBefore = (a: Node, b: Node): boolean => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
