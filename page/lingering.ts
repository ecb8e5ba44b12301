/**
 * Paint of blocks that are being read anew: it stays as long as its own letters stand where they stood, so that marks do
 * not blink while the text around them changes (a message that streams in, a counter in a sentence).
 */
import { boxOf } from './is-shown.ts';
import type { Paint } from './paint.ts';
import { isClosed } from './run-start.ts';
import type { Occurrence } from './types.ts';

type Points = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

interface Left {
  range: StaticRange;
  surface: string;
}

const LETTER = /[\p{L}\p{N}]/u;

export class Lingering {
  private readonly left = new Map<Node, Left[]>();
  private readonly paint: Paint;

  constructor(paint: Paint) {
    this.paint = paint;
  }

  /** Takes over the paint of a mark whose block is no more; what no longer says what it said leaves at once. */
  keep(range: StaticRange, surface: string): void {
    if (!stands(range, surface)) {
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
  stands({ startContainer: startNode, startOffset, endContainer: endNode, endOffset }, surface);

/** A word in one text node that still stands there as a whole word, where marks may be. */
function stands(range: Points, surface: string): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer !== endContainer || !startContainer.isConnected) return false;
  const { data } = startContainer as Text;
  if (data.slice(startOffset, endOffset) !== surface) return false;
  if (LETTER.test(data.charAt(startOffset - 1)) || LETTER.test(data.charAt(endOffset))) return false;
  const box = boxOf(startContainer as Text);
  return box !== null && !isClosed(box);
}
