import browser from 'webextension-polyfill';
import type { PageStatus, TermHere } from '../../components/page-status.ts';
import { isPageState } from '../../core/messages/accept.ts';
import { send } from '../../core/messages/send.ts';
import type { PageState } from '../../core/messages/types.ts';
import { decide } from '../../core/settings/decide.ts';
import type { Settings } from '../../core/settings/types.ts';

export const HOSTS = ['http://*/*', 'https://*/*'];

/** What one frame answered. */
export interface FrameState {
  frame: number;
  state: PageState;
}

/** What a page's frames say of themselves, or why none does. */
export type Answer =
  | { frames: FrameState[] }
  | { unreachable: 'browser-page' | 'file-access' | 'no-permission' | 'reload' };

/** The status as far as settings alone decide it: known before any page answers. */
export function statusFromSettings(url: string, settings: Settings, tab: number | null): PageStatus {
  const decision = decide(url, settings, Date.now(), tab);
  if (decision.on) return { kind: 'asking' };
  if (decision.reason === 'unsupported-url') return { kind: 'unreachable', reason: 'browser-page' };
  if (decision.reason !== 'paused') return { kind: 'off', reason: decision.reason };
  if (decision.until !== undefined) return { kind: 'paused', for: 'time', until: decision.until };
  const inTab = tab !== null && settings.pausedTabs.includes(tab);
  return { kind: 'paused', for: inTab ? 'tab' : 'restart' };
}

/** Asks every frame of a tab; `null` while nobody can answer yet, because the page is still loading. */
export async function askFrames(tab: number, url: string | undefined, loading: boolean): Promise<Answer | null> {
  const top = await askFrame(tab, 0);
  const others = await framesOf(tab);
  if ('refused' in others && !top) return { unreachable: await whyRefused(url) };
  if (!top) return loading ? null : { unreachable: 'reload' };
  const ids = 'refused' in others ? [] : others.frames.filter((frame) => frame !== 0);
  const states = await Promise.all(ids.map((frame) => askFrame(tab, frame)));
  return { frames: [top, ...states.filter((state) => state !== null)] };
}

/** One status for the whole page: what any frame marks is here; else what the top frame says. */
export function statusFromFrames(frames: FrameState[]): PageStatus {
  const counts = new Map<string, number>();
  for (const { state } of frames) {
    for (const { id, count } of state.state === 'marking' ? state.terms : []) {
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  const terms: TermHere[] = [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
  if (terms.length) return { kind: 'marking', terms };
  const top = frames[0]?.state;
  if (!top) return { kind: 'unreachable', reason: 'reload' };
  if (top.state === 'off' && top.reason === 'author-opt-out') return { kind: 'off', reason: top.reason };
  if (top.state === 'off') return { kind: 'asking' };
  if (top.state === 'nothing') return { kind: 'nothing', reason: top.reason };
  return top.state === 'resting' ? { kind: 'resting' } : { kind: 'nothing', reason: 'not-musical' };
}

async function askFrame(tab: number, frame: number): Promise<FrameState | null> {
  const state = await send((message) => browser.tabs.sendMessage(tab, message, { frameId: frame }), 'page:state', {});
  return isPageState(state) ? { frame, state } : null;
}

/** The tab's frames, found by running an empty script in each; refused where the browser allows none. */
async function framesOf(tab: number): Promise<{ frames: number[] } | { refused: true }> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      func: () => true,
    });
    return { frames: results.map(({ frameId }) => frameId) };
  } catch {
    return { refused: true };
  }
}

async function whyRefused(url: string | undefined): Promise<'browser-page' | 'file-access' | 'no-permission'> {
  if (url?.startsWith('file:')) return 'file-access';
  // Without host access the browser does not even tell the address.
  const web = url === undefined || /^https?:/.test(url);
  const allowed = await browser.permissions.contains({ origins: HOSTS }).catch(() => true);
  return web && !allowed ? 'no-permission' : 'browser-page';
}
