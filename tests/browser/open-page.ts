import type { Driver, Tab } from '../../browsers/index.ts';

/** A page of ours in a tab, drawn. */
export async function openPage(driver: Driver, path: string): Promise<Tab> {
  const tab = await driver.openExtensionPage(path);
  await tab.waitFor(() => document.querySelector('main h1'));
  return tab;
}
