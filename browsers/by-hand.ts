/** What a reader does with hand and eye on one of our own pages: presses what can be seen, and reads. */
import type { Surface } from './types.ts';
import { until } from './wait.ts';

/**
 * Clicks in the middle of the first element of a selector that can be seen, with `text` in it if given, once it has
 * come to rest and nothing covers it.
 */
export async function clickOn(surface: Surface, selector: string, text = ''): Promise<void> {
  const { x, y } = await pointOn(surface, selector, text);
  await surface.click(x, y);
}

/** The middle of it, in CSS px of the viewport; scrolled into sight. */
function pointOn(surface: Surface, selector: string, text: string): Promise<{ x: number; y: number }> {
  const find = () =>
    surface.evaluate(
      async (wanted, inside) => {
        const look = () => {
          const all = [...document.querySelectorAll<HTMLElement>(wanted)];
          const found = all.find((one) => one.checkVisibility() && (one.textContent ?? '').includes(inside));
          if (!found) return null;
          found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const { left, top, width, height } = found.getBoundingClientRect();
          const x = Math.round(left + width / 2);
          const y = Math.round(top + height / 2);
          return found.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
        };
        const first = look();
        if (!first) return null;
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
          // A document that nobody sees draws no frame.
          setTimeout(resolve, 100);
        });
        const second = look();
        // What still moves would be missed.
        return second && first.x === second.x && first.y === second.y ? second : null;
      },
      selector,
      text,
    );
  return until(find, `${selector} “${text}” to be seen`) as Promise<{ x: number; y: number }>;
}

/** Presses Tab until the element of a selector has the focus. @throws after a hundred. */
export async function tabTo(surface: Surface, selector: string, text = ''): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    const isThere = await surface.evaluate(
      (wanted, inside) => {
        const { activeElement } = document;
        return activeElement?.matches(wanted) && (activeElement.textContent ?? '').includes(inside);
      },
      selector,
      text,
    );
    if (isThere) return;
    await surface.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector} “${text}”`);
}

/** Waits until the popup's status holds a text. */
export const says = (surface: Surface, text: string): Promise<unknown> =>
  surface.waitFor((wanted) => document.querySelector('.status')?.textContent?.includes(wanted), text);

/** Clicks into a field and types; what the page moved from under the pointer is clicked again. */
export async function typeInto(surface: Surface, selector: string, text: string): Promise<void> {
  await until(async () => {
    await clickOn(surface, selector);
    return surface.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }, `${selector} to take the focus`);
  await surface.type(text);
}
