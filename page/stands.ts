/** Whether paint is true: a static range stays where it was put, whatever has become of the text under it. */
import { lazyPattern } from '../core/lazy-pattern.ts';
import { isJoined } from './filled-slot.ts';
import { boxOf } from './is-shown.ts';
import { measured } from './ruler.ts';
import { isClosed } from './run-start.ts';
import { isInPage } from './tree.ts';

type Points = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

const LETTER = lazyPattern(String.raw`[\p{L}\p{N}]`);

/** True while a painted word stands there as a whole word, where marks may be. @param surface what it said. */
export function stands(range: Points, surface: string): boolean {
  return says(range, surface) && isOpenTo(range.startContainer) && (!isJoined(range) || isOpenTo(range.endContainer));
}

/** The same without asking whether marks may be there. */
export function says(range: Points, surface: string): boolean {
  return reads(range, surface) && isWholeWord(range);
}

/** Whether the letters between two points are still there, and those. */
function reads(range: Points, surface: string): boolean {
  const start = range.startContainer as Text;
  const end = range.endContainer as Text;
  const { startOffset, endOffset } = range;
  if (!isInPage(start) || startOffset > start.length) return false;
  if (!isJoined(range)) {
    return endOffset - startOffset === surface.length && lettersOf(start, startOffset, endOffset) === surface;
  }
  if (!isInPage(end) || endOffset > end.length) return false;
  return measured(range, (live) => live.endContainer === end && `${live}` === surface);
}

/** Whether no letter stands beside two points, which are within their texts. */
function isWholeWord({ startContainer, startOffset, endContainer, endOffset }: Points): boolean {
  const before = lettersOf(startContainer as Text, startOffset - 1, startOffset);
  return !LETTER().test(before) && !LETTER().test(lettersOf(endContainer as Text, endOffset, endOffset + 1));
}

/**
 * Some letters of a text, which is cut at its end. Its `data` would be made anew for us, all of it: 3 ms for a million
 * letters in Firefox.
 * @param start UTF-16 code units; before the beginning stands nothing. @throws where it is beyond the text's end.
 */
const lettersOf = (text: Text, start: number, end: number): string =>
  start < 0 ? '' : text.substringData(start, end - start);

function isOpenTo(text: Node): boolean {
  const box = boxOf(text as Text);
  return box !== null && !isClosed(box);
}
