/** Looks at marks and at the card from where the page cannot bend what is looked with: the content script's own world. */
import { inContentWorld } from '../../../browsers/content-world.ts';
import type { Driver, Tab } from '../../../browsers/index.ts';
import type { Pointless } from './odd/page.ts';

export interface SeenCard {
  name: string | undefined;
  definition: string | undefined;
  /** How much of its box is inside the viewport. */
  inside: number;
}

/** The card that is open; null when none is. */
export const seenCard = (driver: Driver, tab: Tab): Promise<SeenCard | null> =>
  inContentWorld(driver, tab, () => {
    type Api = { dom: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } };
    type Host = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
    const host: Host | null = document.querySelector('liner-notes-card');
    if (!host) return null;
    // Firefox gives it as a property, Chromium by a call.
    const root =
      'openOrClosedShadowRoot' in host
        ? host.openOrClosedShadowRoot
        : (globalThis as unknown as { chrome: Api }).chrome.dom.openOrClosedShadowRoot(host);
    const box = root?.querySelector('.surface')?.getBoundingClientRect();
    if (!root || !box) return null;
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    return {
      name: root.querySelector('#name')?.textContent,
      definition: root.querySelector('#definition')?.textContent,
      inside: (Math.max(0, width) * Math.max(0, height)) / (box.width * box.height),
    };
  });

export interface SeenMark {
  /** All that it runs over on the page. */
  text: string;
  /** The middle of its first box. */
  x: number;
  y: number;
}

/** The first mark that is painted and in view, and where to point at it; null when there is none. */
export const seenMark = (driver: Driver, tab: Tab): Promise<SeenMark | null> =>
  inContentWorld(driver, tab, () => {
    type Painted = Iterable<StaticRange> & { wrappedJSObject?: Iterable<StaticRange> };
    const painted: Painted | undefined = CSS.highlights.get('liner-notes-mark');
    // Firefox lets a content script go through a highlight only as the page does.
    const ranges = [...(painted?.wrappedJSObject ?? painted ?? [])].map((said) => {
      const range = document.createRange();
      range.setStart(said.startContainer, said.startOffset);
      range.setEnd(said.endContainer, said.endOffset);
      return range;
    });
    const boxes = ranges.flatMap((range) => {
      const box = range.getClientRects()[0];
      if (!box) return [];
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const isInView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
      return isInView ? [{ text: String(range), x, y }] : [];
    });
    return boxes.toSorted((a, b) => a.y - b.y || a.x - b.x)[0] ?? null;
  });

/** Why the first place where a text stands in the page's own document cannot be pointed at; null where it can. */
export const seenPointless = (driver: Driver, tab: Tab, text: string): Promise<Pointless | null> =>
  inContentWorld(
    driver,
    tab,
    (text) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const at = node.nodeValue!.indexOf(text);
        if (at < 0 || node.parentElement!.localName === 'script') continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        if (width === 0 || height === 0) return 'no box';
        return document.elementFromPoint(x + width / 2, y + height / 2) === node.parentElement ? null : 'not hit';
      }
      throw new Error(`“${text}” is not in the page`);
    },
    text,
  );

/** The page's tree, what is in its open shadow roots included. */
export const seenTree = (driver: Driver, tab: Tab): Promise<string> =>
  inContentWorld(driver, tab, () => {
    const trees = [document.documentElement.outerHTML];
    const look = (root: ParentNode) => {
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        if (!shadowRoot) continue;
        trees.push(shadowRoot.innerHTML);
        look(shadowRoot);
      }
    };
    look(document);
    return `${document.childNodes.length} ${trees.join('\n')}`;
  });
