import type { Driver, Tab } from './types.ts';

interface TabsApi {
  query(q: object): Promise<{ id: number }[]>;
  setZoom(id: number, factor: number): Promise<void>;
  setZoomSettings(id: number, settings: { scope: 'per-tab' }): Promise<void>;
}

/** Zooms the page as the reader does from the browser's menu: 1 is the normal size. */
export async function zoom(driver: Driver, tab: Tab, factor: number): Promise<void> {
  await tab.bringToFront();
  const back = await driver.openExtensionPage('options.html');
  await tab.bringToFront();
  // Firefox zooms all tabs of an origin alike.
  const ofTab = driver.name === 'chromium';
  await back.evaluate(
    async (wanted, alone) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
      for (const { id } of await tabs.query({ active: true, currentWindow: true })) {
        if (alone) await tabs.setZoomSettings(id, { scope: 'per-tab' });
        await tabs.setZoom(id, wanted);
      }
    },
    factor,
    ofTab,
  );
  await back.close();
  await tab.bringToFront();
}
