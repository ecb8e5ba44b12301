/** Reads the page's brightness around a word. One style read per ancestor, only when a card opens. */

import { documentOf } from '../tree.ts';
import { type Theme, themeOf } from './brightness.ts';
import { outward } from './outward.ts';

/** The theme for a card beside `element`. */
export function pageTheme(element: Element): Theme {
  const document = documentOf(element);
  const view = document.defaultView ?? window;
  const grounds: string[] = [];
  let picture = false;
  let covered = false;
  for (let at: Element | null = element; at && !covered; at = outward(at)) {
    const style = view.getComputedStyle(at);
    grounds.push(style.backgroundColor);
    covered = opaque(style.backgroundColor);
    if (style.backgroundImage !== 'none' && !covered) {
      picture = true;
      break;
    }
  }
  return themeOf({
    ink: view.getComputedStyle(element).color,
    grounds,
    picture,
    scheme: view.getComputedStyle(document.documentElement).colorScheme,
    system: view.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  });
}

const opaque = (colour: string) => /^rgb\(/.test(colour) && !colour.includes('/');
