import type { Driver, Surface } from './types.ts';

interface Area {
  clear(): Promise<void>;
  set(items: object): Promise<void>;
}

/** Settings as they are to be, and no others, stored by a page of the extension that is open. */
export function keepSettingsIn(page: Surface, local: object = {}, sync: object = {}): Promise<void> {
  return page.evaluate(
    async (own, shared) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'sync', Area> } }).chrome;
      // As whoever changes settings: the page may be handing over what was kept for the synced storage.
      await navigator.locks.request('liner-notes-settings', async () => {
        for (const [area, items] of [
          [storage.local, own],
          [storage.sync, shared],
        ] as const) {
          await area.clear();
          await area.set(items);
        }
      });
    },
    local,
    sync,
  );
}

/** The same by a page that is opened for it. */
export async function keepSettings(driver: Driver, local: object = {}, sync: object = {}): Promise<void> {
  const page = await driver.openExtensionPage('options.html');
  await keepSettingsIn(page, local, sync);
  await page.close();
}
