/**
 * Runs one task after the other, in all windows of the extension (`navigator.locks` under one name), so that of two
 * windows changing the same thing neither loses what the other wrote. Answers whether the task was done, or rejects.
 * `unasked`: nobody has asked for the task, so nobody need be told how it ended.
 */
export type Lock = (task: () => Promise<void>, unasked?: 'unasked') => Promise<boolean>;

/** The part of `navigator.locks` that is needed. */
export interface LockManager {
  request(name: string, task: () => Promise<void>): Promise<void>;
}

/**
 * One lock for all windows of the extension: they share an origin, and with it `navigator.locks`. With `tell`, a task that
 * fails is told, not thrown: it hears after each whether it was done, since the storage may be full, or broken, and so
 * does whoever asked.
 */
export const sharedLock =
  (locks: LockManager, tell?: (done: boolean) => void): Lock =>
  async (task, unasked) => {
    const asked = locks.request('liner-notes-settings', task);
    const done = await asked.then(
      () => true,
      (failure: unknown) => {
        if (!tell || unasked) throw failure;
        return false;
      },
    );
    if (!unasked) tell?.(done);
    return done;
  };
