import type { Lock } from '../../../core/settings/edit.ts';

/** What `navigator.locks` does for all windows of the extension. */
export function queue(): Lock {
  let last: Promise<void> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => {});
    return mine;
  };
}
