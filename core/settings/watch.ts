import { decide } from './decide.ts';
import { untilOver } from './pause-end.ts';
import { Retry } from './retry.ts';
import { siteOf } from './site.ts';
import { type Readings, readStored, type SettingsStorage } from './storage.ts';
import { keysFor } from './stored.ts';
import type { Decision, Settings } from './types.ts';

/** Where a content script stands. Asked for only when it must be: it may wake the background. */
export interface Place {
  /** URL of the top page; `null` in a frame that cannot know it. */
  url: string | null;
  /** This document's own URL: what counts when nobody answers. */
  ownUrl: string;
  /** Asks the background for the top page's URL and the tab's id (message `tab:top-url`). */
  ask(): Promise<{ url: string | null; tab: number | null }>;
}

export interface DecisionWatch {
  /** Reads the settings again: after the page came back from the back/forward cache, where changes go unheard. */
  refresh(): Promise<void>;
}

/**
 * Calls back with whether to act on this page, and the URL that counts for it (frames follow the top page): once at the
 * start, then after each change that bears on it, including the end of a pause. What was read last holds while the
 * storage fails, at the start the defaults. Ends with the signal.
 */
export function watchDecision(
  storage: SettingsStorage,
  place: Place,
  listener: (decision: Decision, settings: Settings, url: string) => void,
  signal: AbortSignal,
): DecisionWatch {
  let asked: { url: string | null; tab: number | null } | undefined;
  let turn = 0;
  let pauseEnds: ReturnType<typeof setTimeout> | undefined;
  const retry = new Retry(() => void refresh());
  let readings: Readings = {};
  /** Local keys that bear on this page; `null` while the top page is unknown. */
  let keys: string[] | null = null;

  async function where(needTab: boolean): Promise<{ url: string; tab: number | null }> {
    if (!asked && (place.url === null || needTab)) asked = await place.ask().catch(() => undefined);
    return { url: place.url ?? asked?.url ?? place.ownUrl, tab: asked?.tab ?? null };
  }

  async function refresh(): Promise<void> {
    const mine = ++turn;
    let here = await where(false);
    const ownKeys = keysFor(siteOf(here.url));
    keys = place.url !== null || asked ? ownKeys : null;
    const { settings, trouble, readings: read } = await readStored(storage, ownKeys, readings);
    if (settings.pausedTabs.length > 0) here = await where(true);
    // A later change is being read already: its answer is the newer one.
    if (mine !== turn || signal.aborted) return;
    readings = read;
    const decision = decide(here.url, settings, Date.now(), here.tab);
    clearTimeout(pauseEnds);
    retry.after(trouble === 'unread');
    if (decision.reason === 'paused' && decision.until !== undefined) {
      pauseEnds = setTimeout(refresh, untilOver(decision.until));
    }
    listener(decision, settings, here.url);
  }

  const changed = (changes: Record<string, unknown>, area: string) => {
    const bears = area === 'local' && (!keys || keys.some((key) => Object.hasOwn(changes, key)));
    if (bears || area === 'sync') void refresh();
  };
  storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => {
    clearTimeout(pauseEnds);
    retry.stop();
    // After an update of the extension the browser's API is gone, and with it the listener.
    try {
      storage.onChanged.removeListener(changed);
    } catch {}
  });
  void refresh();
  return { refresh };
}
