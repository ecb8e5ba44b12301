import { useEffect, useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { DEFAULT_SETTINGS } from '../../core/settings/defaults.ts';
import { type SettingsEditor, settingsEditor } from '../../core/settings/edit.ts';
import { sharedLock } from '../../core/settings/lock.ts';
import { readStored, type Trouble } from '../../core/settings/storage.ts';
import { SYNC } from '../../core/settings/stored.ts';
import type { Settings } from '../../core/settings/types.ts';

export interface LiveSettings {
  settings: Settings;
  /** Whether preferences travel with the browser's account. */
  synced: boolean;
  /** Whether the last change could be stored. */
  stored: boolean;
  /** Why these are the defaults and not what was stored, if so. */
  trouble: Trouble | null;
  edit: SettingsEditor;
}

/** The settings as they are stored, kept true while other windows change them. */
export function useSettings(): LiveSettings {
  const [settings, setSettings] = useState<Settings>(DEFAULT_SETTINGS);
  const [synced, setSynced] = useState(true);
  const [stored, setStored] = useState(true);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const edit = useMemo(() => settingsEditor(browser.storage, sharedLock(navigator.locks, setStored)), []);
  useEffect(() => {
    const read = () => {
      void readStored(browser.storage).then((read) => {
        setSettings(read.settings);
        setTrouble(read.trouble);
      });
      void browser.storage.local.get(SYNC).then(
        (kept) => setSynced(kept[SYNC] !== false),
        () => {},
      );
    };
    read();
    browser.storage.onChanged.addListener(read);
    return () => browser.storage.onChanged.removeListener(read);
  }, []);
  return { settings, synced, stored, trouble, edit };
}
