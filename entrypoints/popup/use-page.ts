import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { PageStatus } from '../../components/page-status.ts';
import { HOSTS } from '../../core/hosts.ts';
import { isPageState } from '../../core/messages/accept.ts';
import { framesOf } from '../../core/messages/frames.ts';
import { listen } from '../../core/messages/listen.ts';
import { send } from '../../core/messages/send.ts';
import type { Request } from '../../core/messages/types.ts';
import type { Trouble } from '../../core/settings/storage.ts';
import type { Settings } from '../../core/settings/types.ts';
import { watchAll } from '../../core/settings/watch-all.ts';
import { type Answer, askFrames, type TabPort } from './ask-frames.ts';
import { early, findTab, known } from './early.ts';
import { type FrameState, statusFromAnswer, statusFromSettings } from './page-status.ts';

export interface PageHere {
  tab: number | null;
  url: string | undefined;
  settings: Settings | null;
  /** Why these are the defaults and not what was stored, if so. */
  trouble: Trouble | null;
  /** Whether the browser has told the tab and the settings: until then nothing can be said of this site. */
  isKnown: boolean;
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

type Found = Awaited<typeof early.tab>;
const tabHere = (found: Found): TabHere => ({
  id: found?.id ?? null,
  url: found?.url,
  loading: found?.status === 'loading',
});

const UNREAD = { settings: null, trouble: null };
/** How long to wait, in ms, before asking a page again that has not yet caught up with a change, or not answered. */
const ASK_AGAIN = 150;
/** The same for frames that stay silent while others have answered. */
const ASK_SILENT = 1000;

/** The tab in front of the reader, kept true while the popup is open. */
export function usePage(): PageHere {
  const tab = useTab();
  const { settings, trouble } = useSettingsHere();
  const [answer, setAnswer] = useState<Answer | null>(answerKnown);
  const [allowed, setAllowed] = useState(true);
  /** The page's address by its own word, where the browser does not tell it. */
  const [told, setTold] = useState<string | undefined>();
  const url = tab?.url ?? told;
  /** Counts the askings: what an earlier one brings later than a newer one is old news. */
  const asking = useRef(0);

  const ask = useCallback(() => {
    browser.permissions.contains({ origins: HOSTS }).then(setAllowed, () => {});
    if (tab?.id == null) return;
    asking.current += 1;
    const mine = asking.current;
    void askFrames(portOf(tab.id), tab.url, tab.loading, (told) => {
      if (mine === asking.current) setAnswer(told);
    });
    if (tab.url !== undefined) return;
    void sendTo(tab.id, 0, 'page:address').then((reply) => {
      if (mine === asking.current) setTold(reply?.url);
    });
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

  const status = statusOf(tab, url, settings, answer);
  useEffect(() => {
    const wait = askAgainAfter(status, answer);
    if (wait === null) return;
    const again = setTimeout(ask, wait);
    return () => clearTimeout(again);
  }, [status.kind, answer, ask]);

  const frames = answer && 'frames' in answer ? answer.frames : [];
  const isKnown = tab !== null && settings !== null;
  return { tab: tab?.id ?? null, url, settings, trouble, isKnown, status, frames, allowed, ask };
}

/** What the top frame has said by the time of the first drawing. The others are still to be asked. */
const answerKnown = (): Answer | null =>
  isPageState(known.state) ? { frames: [{ frame: 0, state: known.state }], complete: false, silent: 0 } : null;

/** The tab in front, followed while it loads or goes elsewhere; `null` until the browser has told. */
function useTab(): TabHere | null {
  const [tab, setTab] = useState<TabHere | null>(() => (known.tab ? tabHere(known.tab.is) : null));
  useEffect(() => {
    let id: number | undefined;
    const take = (found: Found) => {
      id = found?.id;
      const next = tabHere(found);
      setTab((now) => (isSame(now, next) ? now : next));
    };
    // Every tab of every window is heard of here.
    const updated = (which: number) => {
      if (id === undefined || which === id) void findTab().then(take);
    };
    // Asked once more: what happened since the first asking went unheard.
    void early.tab.then(take).then(findTab).then(take);
    browser.tabs.onUpdated.addListener(updated);
    return () => browser.tabs.onUpdated.removeListener(updated);
  }, []);
  return tab;
}

function useSettingsHere(): { settings: Settings | null; trouble: Trouble | null } {
  const [stored, setStored] = useState<{ settings: Settings | null; trouble: Trouble | null }>(known.stored ?? UNREAD);
  useEffect(() => {
    const take = (next: { settings: Settings; trouble: Trouble | null }) =>
      setStored((now) => (isSame(now.settings, next.settings) && now.trouble === next.trouble ? now : next));
    const ending = new AbortController();
    // Read once more: what has changed since the first reading went unheard.
    void early.stored.then(take).then(() => {
      if (!ending.signal.aborted) watchAll(browser.storage, take, ending.signal);
    });
    return () => ending.abort();
  }, []);
  return stored;
}

function statusOf(
  tab: TabHere | null,
  url: string | undefined,
  settings: Settings | null,
  answer: Answer | null,
): PageStatus {
  if (!tab || !settings) return { kind: 'asking' };
  if (tab.id === null) return { kind: 'unreachable', reason: 'browser-page' };
  if (url !== undefined) {
    const decided = statusFromSettings(url, settings, tab.id);
    if (decided.kind !== 'asking') return decided;
  }
  return answer ? statusFromAnswer(answer) : { kind: 'asking' };
}

/** When to ask once more, in ms; `null`: what is known stands until something happens. */
function askAgainAfter(status: PageStatus, answer: Answer | null): number | null {
  if (!answer || ('frames' in answer && !answer.complete)) return null;
  if (status.kind === 'asking') return ASK_AGAIN;
  return 'frames' in answer && answer.silent > 0 ? ASK_SILENT : null;
}

function portOf(tab: number): TabPort {
  return {
    state: (frame) => sendTo(tab, frame, 'page:state'),
    frames: () => framesOf(browser.scripting, tab),
    allowed: () => browser.permissions.contains({ origins: HOSTS }),
    // Firefox tells the address of a file, so that a page without one is none.
    filesAllowed: async () => import.meta.env.FIREFOX || browser.extension.isAllowedFileSchemeAccess(),
  };
}

const sendTo = <Name extends 'page:state' | 'page:address'>(tab: number, frame: number, name: Name) =>
  send<Name>((message) => browser.tabs.sendMessage(tab, message, { frameId: frame }), name, {} as Request<Name>);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
