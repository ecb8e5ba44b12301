import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Tab } from '../../../browsers/index.ts';

/** What the screen shows in a box (CSS px of the viewport), without the box's edge. */
export async function pictureOf(tab: Tab, box: DOMRect): Promise<PNG> {
  const shot = PNG.sync.read(await tab.screenshot());
  const cut = new PNG({ width: Math.round(box.width) - 2, height: Math.round(box.height) - 2 });
  PNG.bitblt(shot, cut, Math.round(box.left) + 1, Math.round(box.top) + 1, cut.width, cut.height, 0, 0);
  return cut;
}

/** The share of pixels that differ; 1 when the pictures are not of one size. */
export function difference(one: PNG, other: PNG): number {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return 1;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.1 }) / (width * height);
}
