import { useMemo, useState } from 'preact/hooks';
import { type Lock, type LockManager, sharedLock } from '../core/settings/lock.ts';

/** What changes the settings from one of our pages, and how many changes in a row could not be stored. */
export function useEditor<Editor>(
  locks: LockManager,
  make: (lock: Lock) => Editor,
): {
  edit: Editor;
  /** Each draws anew, which puts the control that was pressed back. */
  failures: number;
} {
  const [failures, setFailures] = useState(0);
  const edit = useMemo(
    () => make(sharedLock(locks, (done) => setFailures((before) => (done ? 0 : before + 1)))),
    [locks],
  );
  return { edit, failures };
}
