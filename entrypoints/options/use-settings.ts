import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { useEditor } from '../../components/use-editor.ts';
import { type SettingsEditor, settingsEditor } from '../../core/settings/edit.ts';
import { type Stored, watchAll } from '../../core/settings/watch-all.ts';

export interface LiveSettings extends Stored {
  edit: SettingsEditor;
}

/** The settings as they are stored, kept true while other windows change them. */
export function useSettings(): {
  /** `null` until they have been read. */
  live: LiveSettings | null;
  /** How many changes in a row could not be stored. */
  failures: number;
} {
  const [stored, setStored] = useState<Stored | null>(null);
  const { edit, failures } = useEditor(navigator.locks, (lock) => settingsEditor(browser.storage, lock));
  useEffect(() => {
    const ending = new AbortController();
    watchAll(browser.storage, setStored, ending.signal);
    return () => ending.abort();
  }, []);
  useEffect(() => {
    // Kept by a window that was closed before it could be synced. What still cannot go holds here.
    edit.handOver().catch(() => {});
  }, [edit]);
  return { live: stored && { ...stored, edit }, failures };
}
