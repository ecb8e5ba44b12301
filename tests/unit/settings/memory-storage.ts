import type { SettingsStorage, StorageArea } from '../../../core/settings/storage.ts';

type Listener = (changes: Record<string, unknown>, area: string) => void;

/** Two storage areas in memory that report changes as a browser does. */
export function memoryStorage(): SettingsStorage & { held: Record<'local' | 'sync', Record<string, unknown>> } {
  const listeners = new Set<Listener>();
  const held = { local: {} as Record<string, unknown>, sync: {} as Record<string, unknown> };
  const area = (name: 'local' | 'sync'): StorageArea => ({
    async get(keys) {
      const all = structuredClone(held[name]);
      return keys == null ? all : Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
    },
    async set(items) {
      Object.assign(held[name], structuredClone(items));
      for (const listener of listeners) listener(items, name);
    },
    async remove(keys) {
      for (const key of keys) delete held[name][key];
      for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])), name);
    },
  });
  return {
    held,
    local: area('local'),
    sync: area('sync'),
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
}
