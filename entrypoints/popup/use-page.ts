import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { PageStatus } from '../../components/page-status.ts';
import { listen } from '../../core/messages/listen.ts';
import { readSettings } from '../../core/settings/storage.ts';
import type { Settings } from '../../core/settings/types.ts';
import { type Answer, askFrames, type FrameState, HOSTS, statusFromFrames, statusFromSettings } from './page-status.ts';

export interface PageHere {
  tab: number | null;
  url: string | undefined;
  settings: Settings | null;
  status: PageStatus;
  frames: FrameState[];
  /** Whether the browser lets us read sites at all, not just this page now that the reader has clicked. */
  allowed: boolean;
  /** Asks the page again. */
  ask: () => void;
}

interface TabHere {
  id: number | null;
  url: string | undefined;
  loading: boolean;
}

/** How long to wait, in ms, before asking a page again that has not yet caught up with a change. */
const ASK_AGAIN = 150;

/** The tab in front of the reader, kept true while the popup is open. */
export function usePage(): PageHere {
  const [tab, setTab] = useState<TabHere | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [allowed, setAllowed] = useState(true);

  useEffect(() => {
    const read = () => void readSettings(browser.storage).then(setSettings);
    const find = () =>
      browser.tabs.query({ active: true, currentWindow: true }).then(
        ([found]) => setTab({ id: found?.id ?? null, url: found?.url, loading: found?.status === 'loading' }),
        () => setTab({ id: null, url: undefined, loading: false }),
      );
    read();
    void find();
    browser.storage.onChanged.addListener(read);
    browser.tabs.onUpdated.addListener(find);
    return () => {
      browser.storage.onChanged.removeListener(read);
      browser.tabs.onUpdated.removeListener(find);
    };
  }, []);

  const ask = useCallback(() => {
    browser.permissions.contains({ origins: HOSTS }).then(setAllowed, () => {});
    if (tab?.id != null) void askFrames(tab.id, tab.url, tab.loading).then(setAnswer);
  }, [tab]);

  useEffect(() => {
    ask();
    const ending = new AbortController();
    const heard = (_: unknown, sender: { tab?: { id?: number } }) => {
      if (sender.tab?.id === tab?.id) ask();
      return { heard: true };
    };
    listen(browser.runtime, { 'tab:state': heard }, ending.signal);
    return () => ending.abort();
  }, [ask, tab]);

  const status = statusOf(tab, settings, answer);
  useEffect(() => {
    if (status.kind !== 'asking' || !answer) return;
    const again = setTimeout(ask, ASK_AGAIN);
    return () => clearTimeout(again);
  }, [status.kind, answer, ask]);

  const frames = answer && 'frames' in answer ? answer.frames : [];
  return { tab: tab?.id ?? null, url: tab?.url, settings, status, frames, allowed, ask };
}

function statusOf(tab: TabHere | null, settings: Settings | null, answer: Answer | null): PageStatus {
  if (!tab || !settings) return { kind: 'asking' };
  if (tab.id === null) return { kind: 'unreachable', reason: 'browser-page' };
  if (tab.url !== undefined) {
    const decided = statusFromSettings(tab.url, settings, tab.id);
    if (decided.kind !== 'asking') return decided;
  }
  if (!answer) return { kind: 'asking' };
  return 'unreachable' in answer
    ? { kind: 'unreachable', reason: answer.unreachable }
    : statusFromFrames(answer.frames);
}
