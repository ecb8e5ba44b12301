/** Acts on elements in ways that a page cannot bend, as `page/tree.ts` reads them. */
import { getter } from '../tree.ts';

const { appendChild } = Node.prototype;
const scrollBy: (this: Element, options: ScrollToOptions) => void = Element.prototype.scrollBy;
const { focus } = HTMLElement.prototype;
const editable = getter(HTMLElement.prototype, 'isContentEditable');

export const appendTo = (parent: Node, child: Node): void => void appendChild.call(parent, child);
export const scrollIn = (scroller: Element, options: ScrollToOptions): void => scrollBy.call(scroller, options);

/** Whether the reader can write in it. */
export const isEditable = (element: Element): boolean => element instanceof HTMLElement && editable.call(element);

/** Gives the focus to any element that can have it. */
export function focusOn(element: Element, options: FocusOptions): void {
  if (element instanceof HTMLElement) focus.call(element, options);
  else (element as SVGElement).focus?.(options);
}
