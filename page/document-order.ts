/** Marks of all trees of a page in the order in which a reader meets them. */
import type { BlockRecord } from './block-record.ts';
import { beginsSection } from './density.ts';
import type { TextRoot } from './text-root.ts';
import { isBefore, rootOf } from './tree.ts';

/** The first record of the section, which stands for it. */
export interface InSection {
  record: BlockRecord;
  section: BlockRecord;
}

/** Records with marks, each with its section; those of a shadow root where its host stands. */
export function* markedRecords(roots: ReadonlyMap<Node, TextRoot>): Generator<InSection> {
  const children = new Map<Node, TextRoot[]>();
  let top: TextRoot | null = null;
  const wanted = holders(roots);
  for (const root of roots.values()) {
    if (!(root.node instanceof ShadowRoot)) top = root;
    else if (wanted.has(root.node)) {
      const parent = rootOf(root.node.host);
      const known = children.get(parent);
      if (known) known.push(root);
      else children.set(parent, [root]);
    }
  }
  if (top) yield* below(top, children);
}

/** Shadow roots in which marks are, and those around them: of thousands few are worth putting in order. */
function holders(roots: ReadonlyMap<Node, TextRoot>): Set<Node> {
  const wanted = new Set<Node>();
  for (const root of roots.values()) {
    if (!hasMarks(root)) continue;
    for (let at = root.node as Node; at instanceof ShadowRoot && !wanted.has(at); at = rootOf(at.host)) wanted.add(at);
  }
  return wanted;
}

function hasMarks(root: TextRoot): boolean {
  for (const { marks } of root.records()) if (marks.length > 0) return true;
  return false;
}

function* below(root: TextRoot, children: Map<Node, TextRoot[]>): Generator<InSection> {
  const waiting = children.get(root.node) ?? [];
  // They come nearly in order, and Chromium tells at once that a sibling follows, but not that none does.
  waiting.sort((a, b) => (isBefore(hostOf(b), hostOf(a)) ? 1 : -1));
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
