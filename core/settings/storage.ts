import { settingsFrom } from './stored.ts';
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

/** Settings as stored, of `keys` or all; defaults for whatever cannot be read. Never rejects. */
export async function readSettings(storage: SettingsStorage, keys: string[] | null = null): Promise<Settings> {
  const [local, sync] = await Promise.all([readArea(storage.local, keys), readArea(storage.sync, keys)]);
  return settingsFrom(local, sync);
}

async function readArea(area: StorageArea, keys: string[] | null): Promise<Record<string, unknown>> {
  try {
    return (await area.get(keys)) ?? {};
  } catch {
    return {};
  }
}
