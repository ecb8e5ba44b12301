import type { Surface } from '../../browsers/index.ts';

interface Api {
  extension: { getViews(of: { type: 'tab' }): Window[] };
  tabs: { query(info: object): Promise<{ id: number; url?: string }[]>; remove(tab: number): Promise<void> };
}

export interface OpenedPage {
  /** Below the extension's origin, in plain letters. */
  address: string;
  /** Of each element asked for. */
  texts: string[];
}

/**
 * A page of ours that the product has opened in a tab, once an element of a selector stands in it; the tab is closed.
 * @param extension another page of ours, which can look into it: drivers do not know of a tab that they have not opened.
 */
export async function openedPage(extension: Surface, path: string, selector: string): Promise<OpenedPage> {
  const found = await extension.waitFor(
    async (pathname, wanted) => {
      const { extension: ours, tabs } = (globalThis as unknown as { chrome: Api }).chrome;
      const isIt = ({ location, document }: Window) => location.pathname === pathname && document.querySelector(wanted);
      const view = ours.getViews({ type: 'tab' }).find(isIt);
      if (!view) return null;
      const { href, origin } = view.location;
      const texts = [...view.document.querySelectorAll(wanted)].map(({ textContent }) => textContent ?? '');
      await tabs.remove((await tabs.query({})).find(({ url }) => url === href)!.id);
      return { address: decodeURIComponent(href.replace(origin, '')), texts };
    },
    path,
    selector,
  );
  return found as OpenedPage;
}
