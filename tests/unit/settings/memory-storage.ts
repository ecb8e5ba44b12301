import type { SettingsStorage, StorageArea } from '../../../core/settings/storage.ts';

type Listener = (changes: Record<string, unknown>, area: string) => void;
type Call = { area: 'local' | 'sync'; method: 'get' | 'set' | 'remove' };
/** What becomes of a call: it is done, refused, done without anybody hearing of it, or neither done nor answered. */
type Fate = 'done' | 'refused' | 'unheard' | 'lost';

/** Two storage areas in memory that report changes as a browser does, and fail when told to. */
export interface MemoryStorage extends SettingsStorage {
  held: Record<'local' | 'sync', Record<string, unknown>>;
  /** Decides the fate of each call. */
  fate: (call: Call) => Fate;
}

export function memoryStorage(): MemoryStorage {
  const listeners = new Set<Listener>();
  const held = { local: {} as Record<string, unknown>, sync: {} as Record<string, unknown> };
  async function decided<T>(call: Call, act: () => T): Promise<T> {
    const fate = storage.fate(call);
    if (fate === 'refused') throw new Error('QuotaExceededError');
    if (fate === 'lost') return new Promise(() => {});
    const result = act();
    return fate === 'unheard' ? new Promise(() => {}) : result;
  }
  const area = (name: 'local' | 'sync'): StorageArea => ({
    get: (keys) =>
      decided({ area: name, method: 'get' }, () => {
        const all = structuredClone(held[name]);
        return keys == null ? all : Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
      }),
    set: (items) =>
      decided({ area: name, method: 'set' }, () => {
        Object.assign(held[name], structuredClone(items));
        for (const listener of listeners) listener(items, name);
      }),
    remove: (keys) =>
      decided({ area: name, method: 'remove' }, () => {
        for (const key of keys) delete held[name][key];
        for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])), name);
      }),
  });
  const storage: MemoryStorage = {
    held,
    fate: () => 'done',
    local: area('local'),
    sync: area('sync'),
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
  return storage;
}

/** Refuses the nth write from now on. */
export function failWrite(storage: MemoryStorage, n: number, forGood = false): void {
  let writes = 0;
  storage.fate = ({ method }) => {
    if (method === 'get') return 'done';
    writes += 1;
    return writes === n + 1 || (forGood && writes > n) ? 'refused' : 'done';
  };
}
