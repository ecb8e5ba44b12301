/**
 * Paint of blocks that are being read anew: it stays as long as its own letters stand where they stood, so that marks do
 * not blink while the text around them changes (a message that streams in, a counter in a sentence).
 */
import { isJoined } from './filled-slot.ts';
import type { Paint } from './paint.ts';
import { says, stands } from './stands.ts';
import type { Occurrence } from './types.ts';

interface Left {
  range: StaticRange;
  surface: string;
}

export class Lingering {
  private readonly left = new Map<Node, Left[]>();
  private readonly paint: Paint;

  constructor(paint: Paint) {
    this.paint = paint;
  }

  /** Takes over the paint of a mark whose block is no more; what no longer says what it said leaves at once. */
  keep(range: StaticRange, surface: string): void {
    if (isJoined(range) || !stands(range, surface)) {
      this.paint.delete(range);
      return;
    }
    const known = this.left.get(range.startContainer);
    if (known) known.push({ range, surface });
    else this.left.set(range.startContainer, [{ range, surface }]);
  }

  /** The paint that is there already where a mark is to be painted. */
  claim(node: Text, start: number, surface: string): StaticRange | null {
    const known = this.left.get(node);
    const at = known?.findIndex((one) => one.range.startOffset === start && one.surface === surface) ?? -1;
    return at < 0 ? null : known!.splice(at, 1)[0]!.range;
  }

  /** Whether what is left on a text, or on all of them, still says what it said. */
  says(node?: Node): boolean {
    const all = node ? [this.left.get(node) ?? []] : this.left.values();
    for (const known of all) if (known.some(({ range, surface }) => !says(range, surface))) return false;
    return true;
  }

  /** The page has changed again: what is no longer true leaves. */
  check(): void {
    for (const [node, known] of this.left) {
      const still = known.filter(({ range, surface }) => {
        const is = stands(range, surface);
        if (!is) this.paint.delete(range);
        return is;
      });
      if (still.length) this.left.set(node, still);
      else this.left.delete(node);
    }
  }

  /** All has been read anew: what nobody claimed leaves. */
  end(): void {
    for (const known of this.left.values()) for (const { range } of known) this.paint.delete(range);
    this.left.clear();
  }

  /** Forgets all, when nothing is painted any more. */
  forget(): void {
    this.left.clear();
  }
}

/** Whether an occurrence reads as it was found; one over several text nodes counts as changed. */
export const stillSays = ({ startNode, startOffset, endNode, endOffset, surface }: Occurrence): boolean =>
  startNode === endNode &&
  stands({ startContainer: startNode, startOffset, endContainer: endNode, endOffset }, surface);
