/** Whether paint is true: a static range stays where it was put, whatever has become of the text under it. */
import { boxOf } from './is-shown.ts';
import { measured } from './ruler.ts';
import { isClosed } from './run-start.ts';
import { isInPage } from './tree.ts';

type Points = Pick<StaticRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

const LETTER = /[\p{L}\p{N}]/u;

/** True while a painted word stands there as a whole word, where marks may be. @param surface what it said. */
export function stands(range: Points, surface: string): boolean {
  return says(range, surface) && isOpenTo(range.startContainer) && (!isJoined(range) || isOpenTo(range.endContainer));
}

/** The same without asking whether marks may be there. */
export function says(range: Points, surface: string): boolean {
  const start = range.startContainer as Text;
  const end = range.endContainer as Text;
  const { startOffset, endOffset } = range;
  if (!isInPage(start) || startOffset > start.length) return false;
  if (start !== end) {
    if (!isInPage(end) || endOffset > end.length) return false;
    if (!measured(range, (live) => live.endContainer === end && `${live}` === surface)) return false;
  } else if (endOffset - startOffset !== surface.length || lettersOf(start, startOffset, endOffset) !== surface)
    return false;
  return (
    !LETTER.test(lettersOf(start, startOffset - 1, startOffset)) &&
    !LETTER.test(lettersOf(end, endOffset, endOffset + 1))
  );
}

/** Some letters of a text. Its `data` would be made anew for us, all of it: 3 ms for a million letters in Firefox. */
const lettersOf = (text: Text, start: number, end: number): string =>
  start < 0 ? '' : text.substringData(start, end - start);

/** A word over several text nodes. */
export const isJoined = ({ startContainer, endContainer }: Points): boolean => startContainer !== endContainer;

function isOpenTo(text: Node): boolean {
  const box = boxOf(text as Text);
  return box !== null && !isClosed(box);
}
