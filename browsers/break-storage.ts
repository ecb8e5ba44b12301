import type { Surface } from './types.ts';

/** From now on nothing can be stored from this page of the extension, as when the storage is full. */
export function breakStorage(page: Surface): Promise<void> {
  return page.evaluate(() => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<'local' | 'sync', object> } }).chrome;
    const fails = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    for (const area of [storage.local, storage.sync]) Object.assign(area, { set: fails, remove: fails });
  });
}
