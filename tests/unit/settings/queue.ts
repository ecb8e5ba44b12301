import type { Lock } from '../../../core/settings/lock.ts';

/** What `navigator.locks` does for all windows of the extension. */
export function queue(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task).then(() => true);
    last = mine.catch(() => {});
    return mine;
  };
}
