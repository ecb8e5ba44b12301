import type { Dirt } from './dirt.ts';
import type { TextRoot } from './text-root.ts';
import { isInPage, typeOf } from './tree.ts';

/**
 * Takes out shadow roots whose host has left the page, or stands where no text is ours; with them those that stand in
 * them. There may be thousands: they are asked only when elements have left, and closely only when some stand or are
 * otherwise now.
 * @param isOurs the close question.
 * @param lost called for each that was taken out.
 */
export function dropLostRoots(
  roots: Map<Node, TextRoot>,
  { gone, changed }: Dirt,
  isOurs: (root: ShadowRoot) => boolean,
  lost: (root: TextRoot) => void,
): void {
  if (roots.size < 2) return;
  let left = false;
  let otherwise = false;
  for (const nodes of [gone, changed]) {
    for (const node of nodes) {
      if (typeOf(node) !== Node.ELEMENT_NODE) continue;
      if (isInPage(node)) otherwise = true;
      else left = true;
    }
  }
  if (!left && !otherwise) return;
  const stays = (root: ShadowRoot) => (otherwise ? isOurs(root) : isInPage(root.host));
  for (let found = true; found; ) {
    found = false;
    for (const root of roots.values()) {
      if (!(root.node instanceof ShadowRoot) || stays(root.node)) continue;
      found = true;
      roots.delete(root.node);
      lost(root);
    }
  }
}
