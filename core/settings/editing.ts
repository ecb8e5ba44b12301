/** How anything that is stored is changed: one after the other, brought up to date first, and handed over when it can be. */
import { Areas } from './areas.ts';
import type { Lock } from './lock.ts';
import type { SettingsStorage } from './storage.ts';
import { SyncPace } from './sync-pace.ts';

export interface Editing {
  areas: Areas;
  /** Runs a change alone. Answers whether it was done; rejects, or answers `false` if the lock does, when it fails. */
  change(task: () => Promise<void>): Promise<boolean>;
  settle(): Promise<boolean>;
  handOver(): Promise<boolean>;
}

/** When what was kept here is handed over to the synced storage, in ms; after a refusal twice as late each time. */
const HAND_OVER = 5_000;
const REFUSED = 60_000;
const LONGEST = 3_600_000;

export function editing(storage: SettingsStorage, lock: Lock, pace = new SyncPace()): Editing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = REFUSED;
  const areas = new Areas(storage, pace, (why) => {
    if (timer !== undefined) return;
    const wait = why === 'refused' ? refused : HAND_OVER;
    if (why === 'refused') refused = Math.min(refused * 2, LONGEST);
    timer = setTimeout(() => {
      timer = undefined;
      // What cannot go holds here, and is tried again.
      handOver().catch(() => {});
    }, wait);
  });
  async function handOver(): Promise<boolean> {
    // Most often there is nothing: then no change waits for this one.
    if (!(await areas.keepsAny())) return true;
    return lock(async () => {
      await areas.settle();
      await areas.handOver();
    }, 'unasked');
  }
  const change = (task: () => Promise<void>) =>
    lock(async () => {
      await areas.settle();
      await task();
    });
  return { areas, change, settle: () => lock(() => areas.settle()), handOver };
}
