/**
 * What an element means to the running text around it, by its tag name alone: a table look-up costs a tenth of
 * asking for computed style. Where CSS says otherwise (an inline element shown as a block, hidden text), the few
 * occurrences concerned are checked when they are shown: see page/is-shown.ts.
 */
import { nameOf, namespaceOf } from './tree.ts';

/** Text flows through. */
export const INLINE = 0;
/** Not rendered as text at all, and does not part the text around it (script, template, comment-like). */
export const ABSENT = 1;
/** An inline thing whose own text is not ours (code, image, input): stands as one U+FFFC in the text. */
const ATOM = 2;
/** A line break: parts the text, has no content. */
const BREAK = 3;
/** Parts the text; its content is not ours (pre, textarea). */
const OPAQUE = 4;
/** Parts the text. `BLOCK + n` gives the strength of the boundary (0 to 2, see core/sense/types.ts). */
const BLOCK = 5;
/** A heading: parts the text and speaks for what follows. */
export const HEADING = 8;

/** Added to the code of elements that may host a shadow root. */
const HOST = 16;
const KIND = 15;

const table = new Map<string, number>();
const set = (code: number, names: string) => {
  for (const name of names.split(' ')) table.set(name, code);
};
set(INLINE, 'a abbr acronym b bdi bdo big blink cite data del dfn em font i ins label mark nobr q rb ruby s small');
set(INLINE, 'slot span strike strong sub sup time tt u wbr');
set(ABSENT, 'script style noscript template link meta base title head rp rt rtc noframes noembed param source track');
set(ATOM, 'code kbd samp var svg math img picture input select meter progress canvas video audio iframe');
set(ATOM, 'object embed applet map area datalist frame frameset');
set(BREAK, 'br hr');
set(OPAQUE, 'pre textarea listing xmp plaintext');
set(BLOCK, 'p div blockquote center address figcaption figure button summary legend fieldset form search');
set(BLOCK, 'optgroup hgroup marquee multicol menuitem output');
set(BLOCK + 1, 'li dd dt td th tr tbody thead tfoot table caption colgroup col ul ol dl dir menu section details');
set(BLOCK + 2, 'article aside nav header footer main dialog body html');
set(HEADING, 'h1 h2 h3 h4 h5 h6');

for (const name of 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
  ' ',
))
  table.set(name, table.get(name)! | HOST);

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The code of an element. Unknown HTML elements part the text; elements of unknown namespaces are opaque. */
export function tagCode(element: Element): number {
  const code = table.get(nameOf(element));
  if (code !== undefined) return code;
  return namespaceOf(element) === XHTML ? BLOCK | HOST : OPAQUE;
}

export const kindOf = (code: number): number => code & KIND;
export const mayHost = (code: number): boolean => (code & HOST) !== 0;

/** Strength of the boundary that entering or leaving an element of this kind makes; -1 when it makes none. */
export const strength = (kind: number): number =>
  kind < BREAK ? -1 : kind > BLOCK && kind < HEADING ? kind - BLOCK : 0;

/** True when text directly inside an element of this kind is read. */
export const isOpen = (kind: number): boolean => kind === INLINE || kind >= BLOCK;

/** Editable or code-like by attribute: all of it is left alone. */
export const EDITABLE =
  '[contenteditable]:not([contenteditable="false" i]),[role="textbox" i],[role="searchbox" i],[role="code" i],.ace_editor,.CodeMirror';

/** Attributes whose change can make text ours or not ours. */
export const WATCHED_ATTRIBUTES = ['contenteditable', 'role', 'lang'];

/** Tag names under which no text is ours, as one selector for `closest`. */
export const CLOSED = [...table]
  .filter(([, code]) => !isOpen(kindOf(code)))
  .map(([name]) => name)
  .join(',');
