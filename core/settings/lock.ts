import type { Lock } from './edit.ts';

/** The part of `navigator.locks` that is needed. */
export interface LockManager {
  request(name: string, task: () => Promise<void>): Promise<void>;
}

/**
 * One lock for all windows of the extension: they share an origin, and with it `navigator.locks`. `tell` hears after
 * each task whether it was done: the storage may be full, or broken.
 */
export const sharedLock =
  (locks: LockManager, tell: (done: boolean) => void = () => {}): Lock =>
  (task) =>
    locks.request('liner-notes-settings', task).then(
      () => tell(true),
      () => tell(false),
    );
