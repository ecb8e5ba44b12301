import browser from 'webextension-polyfill';

type Page = 'compare' | 'glossary' | 'welcome';

/** The address of one of our pages. */
export function pageUrl(page: Page, params: Record<string, string> = {}): string {
  const query = new URLSearchParams(params).toString();
  return browser.runtime.getURL(`/${page}.html${query && `?${query}`}`);
}

/** Opens one of our pages in a new tab, next to the tab it was asked from. */
export async function openPage(page: Page, params: Record<string, string> = {}, beside?: number): Promise<void> {
  const from = beside === undefined ? undefined : await browser.tabs.get(beside).catch(() => undefined);
  const place = from ? { index: from.index + 1, openerTabId: from.id } : {};
  await browser.tabs.create({ url: pageUrl(page, params), ...place });
}

export async function openComparison(terms: string[], beside?: number): Promise<{ opened: boolean }> {
  await openPage('compare', { terms: terms.join(',') }, beside);
  return { opened: true };
}
