/**
 * The one element that we ever put into a page, and only while a card is open: a plain hyphenated element with a closed
 * shadow root and a manual popover inside. A popover lies in the top layer, where neither `html{opacity}` nor
 * `html{transform}` reaches; `:host{all:initial!important}` beats the page's own `!important`.
 */
import contentCss from '../../components/card/content.css?inline';
import controlsCss from '../../components/card/controls.css?inline';
import modesCss from '../../components/card/modes.css?inline';
import surfaceCss from '../../components/card/surface.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { documentOf } from '../tree.ts';
import type { Theme } from './brightness.ts';
import { appendTo, isEditable } from './elements.ts';
import { closestOutward } from './outward.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const NAME = 'liner-notes-card';
const CSS_TEXT = tokensCss + surfaceCss + contentCss + controlsCss + modesCss;

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** The card's box: placed, sized and labelled from outside. */
  surface: HTMLElement;
  /** Where the content is rendered; it scrolls when the card is shorter than its text. */
  sheet: HTMLElement;
  remove(): void;
}

/**
 * While a modal dialog or a fullscreen element is up, everything outside is inert: the card goes inside. Within an open
 * popover as well, so that a press in the card does not count as one outside of it. Never into something editable.
 */
function home(word: Element): Element {
  const top = closestOutward(word, ':modal, :fullscreen, :popover-open');
  const root = documentOf(word).documentElement;
  if (!top || top === root || isEditable(top)) return root;
  return top;
}

function make(document: Document, className: string): HTMLElement {
  const element = document.createElementNS(XHTML, 'div') as HTMLElement;
  element.className = className;
  return element;
}

function adopted(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS_TEXT);
  return sheet;
}

/** Opens an empty host in the word's own corner of the document. */
export function openHost(word: Element, theme: Theme): Host {
  const document = documentOf(word);
  const element = document.createElementNS(XHTML, NAME) as HTMLElement;
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElementNS(XHTML, 'style') as HTMLStyleElement;
  style.textContent = CSS_TEXT;
  const surface = make(document, 'surface ln-theme');
  surface.dataset.theme = theme;
  surface.popover = 'manual';
  const sheet = make(document, 'sheet');
  surface.append(make(document, 'arrow'), sheet);
  root.append(style, surface);
  appendTo(home(word), element);
  try {
    // Our own pages' CSP stops a style element even here; an adopted sheet is not subject to it.
    if (!style.sheet) root.adoptedStyleSheets = [adopted()];
    // A page's CSS zoom multiplies down the tree whatever `all` says; taken back here so that px are the viewport's.
    const zoom = element.currentCSSZoom ?? 1;
    if (zoom !== 1) surface.style.zoom = String(1 / zoom);
    surface.showPopover();
  } catch (error) {
    element.remove();
    throw error;
  }
  return { element, root, surface, sheet, remove: () => element.remove() };
}
