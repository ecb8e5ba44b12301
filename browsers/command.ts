import type { Driver, Tab } from './types.ts';

interface TabsApi {
  query(q: object): Promise<{ id: number }[]>;
  sendMessage(id: number, message: object): Promise<unknown>;
}

/**
 * Tells the tab what the background tells it when the reader presses one of the extension's shortcuts, which no driver
 * can press. Goes by a page of the extension, in a tab that is closed again.
 */
export async function command(driver: Driver, tab: Tab, name: string): Promise<void> {
  const back = await driver.openExtensionPage('popup.html');
  await tab.bringToFront();
  await back.evaluate(async (wanted) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
    for (const { id } of await tabs.query({ active: true, currentWindow: true }))
      await tabs.sendMessage(id, { name: 'page:command', command: wanted });
  }, name);
  await back.close();
  await tab.bringToFront();
}
