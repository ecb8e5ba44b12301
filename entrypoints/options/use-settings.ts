import { useEffect, useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type SettingsEditor, settingsEditor } from '../../core/settings/edit.ts';
import { sharedLock } from '../../core/settings/lock.ts';
import { type Stored, watchAll } from '../../core/settings/watch-all.ts';

export interface LiveSettings extends Stored {
  edit: SettingsEditor;
}

/** The settings as they are stored, kept true while other windows change them. */
export function useSettings(): {
  /** `null` until they have been read. */
  live: LiveSettings | null;
  /** How many changes in a row could not be stored. Each draws anew, which puts the control that was pressed back. */
  failures: number;
} {
  const [stored, setStored] = useState<Stored | null>(null);
  const [failures, setFailures] = useState(0);
  const edit = useMemo(() => {
    const told = (done: boolean) => setFailures((before) => (done ? 0 : before + 1));
    return settingsEditor(browser.storage, sharedLock(navigator.locks, told));
  }, []);
  useEffect(() => {
    const ending = new AbortController();
    watchAll(browser.storage, setStored, ending.signal);
    return () => ending.abort();
  }, []);
  return { live: stored && { ...stored, edit }, failures };
}
