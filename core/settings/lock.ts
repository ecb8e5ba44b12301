import type { Lock } from './edit.ts';

/** The part of `navigator.locks` that is needed. */
export interface LockManager {
  request<Result>(name: string, task: () => Promise<Result>): Promise<Result>;
}

/** One lock for all windows of the extension: they share an origin, and with it `navigator.locks`. */
export const sharedLock =
  (locks: LockManager): Lock =>
  (task) =>
    locks.request('liner-notes-settings', task);
