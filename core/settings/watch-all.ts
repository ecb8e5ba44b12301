import { untilOver } from './pause-end.ts';
import { Retry } from './retry.ts';
import { type Readings, readStored, type SettingsStorage, type Trouble } from './storage.ts';
import { isUnshared, SYNC } from './stored.ts';
import type { Settings } from './types.ts';

/** All settings as they are stored now. */
export interface Stored {
  settings: Settings;
  /** Why some of these are the defaults, or what was read before, and not what is stored, if so. */
  trouble: Trouble | null;
  /** Whether preferences and own terms travel with the browser's account. */
  synced: boolean;
  /** Whether some of these are to travel and are only here as yet: too many changes came at once, or there is no room. */
  unshared: boolean;
}

/**
 * Calls back with all settings: at the start, after each change, and when a pause runs out. A reading that takes long
 * never comes after a newer one; one that fails is tried again. Ends with the signal.
 */
export function watchAll(storage: SettingsStorage, listener: (stored: Stored) => void, signal: AbortSignal): void {
  let turn = 0;
  let readings: Readings = {};
  let pauseEnds: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    turn += 1;
    const mine = turn;
    const { settings, trouble, readings: now } = await readStored(storage, null, readings);
    if (mine !== turn || signal.aborted) return;
    readings = now;
    retry.after(trouble === 'unread');
    clearTimeout(pauseEnds);
    const ends = Object.values(settings.sites).flatMap(({ pausedUntil }) => pausedUntil ?? []);
    if (ends.length) pauseEnds = setTimeout(read, untilOver(ends.reduce((first, end) => Math.min(first, end))));
    const { local = {} } = readings;
    listener({ settings, trouble, synced: local[SYNC] !== false, unshared: isUnshared(local) });
  }

  const retry = new Retry(() => void read());
  const changed = () => void read();
  storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => {
    retry.stop();
    clearTimeout(pauseEnds);
    storage.onChanged.removeListener(changed);
  });
  void read();
}
