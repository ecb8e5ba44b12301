import browser from 'webextension-polyfill';

type Page = 'compare' | 'glossary' | 'welcome';

/** Opens one of our pages in a new tab, next to the tab it was asked from. */
export async function openPage(page: Page, params: Record<string, string> = {}, beside?: number): Promise<void> {
  const query = new URLSearchParams(params).toString();
  const url = browser.runtime.getURL(`/${page}.html${query && `?${query}`}`);
  const from = beside === undefined ? undefined : await browser.tabs.get(beside).catch(() => undefined);
  await browser.tabs.create({ url, ...(from ? { index: from.index + 1, openerTabId: from.id } : {}) });
}

export async function openComparison(terms: string[], beside?: number): Promise<{ opened: boolean }> {
  await openPage('compare', { terms: terms.join(',') }, beside);
  return { opened: true };
}
