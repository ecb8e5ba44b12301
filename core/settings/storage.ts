import { inTime, SILENT } from '../in-time.ts';
import { SYNC, settingsFrom } from './stored.ts';
import type { Settings } from './types.ts';

/** The part of `browser.storage` that settings need; passed in, so that this folder knows no browser. */
export interface StorageArea {
  get(keys?: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
export interface SettingsStorage {
  local: StorageArea;
  sync: StorageArea;
  onChanged: {
    addListener(listener: (changes: Record<string, unknown>, area: string) => void): void;
    removeListener(listener: (changes: Record<string, unknown>, area: string) => void): void;
  };
}

/** How long the storage is waited for, in ms: a broken profile may never answer. */
export const STORAGE_PATIENCE = 4000;

/** What is wrong with the settings as read: `unread`, the storage failed; `newer`, a later version stored them. */
export type Trouble = 'unread' | 'newer';

/** What was read of the areas; what was never read is missing. */
export type Readings = Partial<Record<'local' | 'sync', Record<string, unknown>>>;

/**
 * Settings as stored, of the local `keys` or all; for an area that cannot be read, what was read of it `before`, else
 * defaults, and why. Never rejects.
 */
export async function readStored(
  storage: Record<'local' | 'sync', Pick<StorageArea, 'get'>>,
  keys: string[] | null = null,
  before: Readings = {},
): Promise<{ settings: Settings; trouble: Trouble | null; readings: Readings }> {
  const [local, sync] = await Promise.all([
    answered(() => storage.local.get(keys)).catch(() => null),
    // Small by the browsers' own limits, and its own terms have keys that nobody knows beforehand.
    answered(() => storage.sync.get(null)).catch(() => null),
  ]);
  const readings = { ...before, ...(local && { local }), ...(sync && { sync }) };
  const { settings, newer } = settingsFrom(readings.local ?? {}, readings.sync ?? {});
  // With syncing off, nothing of the synced storage is missed.
  const isRead = local && (sync || local[SYNC] === false);
  return { settings, trouble: isRead ? (newer ? 'newer' : null) : 'unread', readings };
}

/** The same without the reason. */
export async function readSettings(storage: SettingsStorage, keys: string[] | null = null): Promise<Settings> {
  return (await readStored(storage, keys)).settings;
}

/** What the storage answers. @throws what it threw, or that it did not answer in time. */
export async function answered<T>(ask: () => Promise<T>): Promise<T> {
  // A storage that is not there throws at once.
  const answer = await inTime(new Promise<T>((resolve) => resolve(ask())), STORAGE_PATIENCE);
  if (answer === SILENT) throw new Error('The storage does not answer.');
  return answer;
}
