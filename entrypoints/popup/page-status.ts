import type { PageStatus, TermHere } from '../../components/page-status.ts';
import type { PageState } from '../../core/messages/types.ts';
import { decide } from '../../core/settings/decide.ts';
import { siteOf } from '../../core/settings/site.ts';
import type { Settings } from '../../core/settings/types.ts';
import type { Answer } from './ask-frames.ts';

/** What one frame answered. */
export interface FrameState {
  frame: number;
  state: PageState;
}

/** Addresses of pages that belong to a page or to nobody, not to a site and not to the browser. */
const OF_NO_SITE = /^(?:data|blob|javascript|filesystem|about:(?:blank|srcdoc)$)/;

/** The status as far as settings alone decide it: known before any page answers. */
export function statusFromSettings(url: string, settings: Settings, tab: number | null): PageStatus {
  const decision = decide(url, settings, Date.now(), tab);
  if (decision.on) return { kind: 'asking' };
  if (decision.reason === 'no-site') {
    return { kind: 'unreachable', reason: OF_NO_SITE.test(url) ? 'no-site' : 'browser-page' };
  }
  if (decision.reason === 'not-chosen') return { kind: 'off', reason: decision.reason };
  const { by } = decision;
  if (by === undefined) return { kind: 'paused', for: 'tab' };
  const above = by === siteOf(url) ? undefined : by;
  if (decision.reason === 'site-off') return { kind: 'off', reason: decision.reason, above };
  const { until } = decision;
  return until === undefined
    ? { kind: 'paused', for: 'restart', above }
    : { kind: 'paused', for: 'time', until, above };
}

/** What the answer makes of it, on a page that the settings say is on. */
export function statusFromAnswer(answer: Answer): PageStatus {
  if ('waiting' in answer) return { kind: 'asking' };
  if ('unreachable' in answer) return { kind: 'unreachable', reason: answer.unreachable };
  return statusFromFrames(answer.frames, answer.complete);
}

/**
 * One status for the whole page: what any frame marks is here; else what the top frame says, once all have been asked.
 */
export function statusFromFrames(frames: FrameState[], complete = true): PageStatus {
  const terms = countTerms(frames);
  if (terms.length) return { kind: 'marking', terms };
  if (!complete) return { kind: 'asking' };
  const top = frames[0]?.state;
  if (!top) return { kind: 'unreachable', reason: 'reload' };
  switch (top.state) {
    case 'off':
      if (top.reason === 'author-opt-out') return { kind: 'off', reason: top.reason };
      return top.reason === 'no-site' ? { kind: 'unreachable', reason: top.reason } : { kind: 'asking' };
    case 'nothing':
      return { kind: 'nothing', reason: top.reason };
    case 'resting':
      return { kind: 'resting', reason: top.reason };
    case 'marking':
      return { kind: 'nothing', reason: 'not-musical' };
  }
}

/** All frames' terms, the most frequent first. */
function countTerms(frames: FrameState[]): TermHere[] {
  const counts = new Map<string, number>();
  for (const { state } of frames) {
    for (const { id, count } of state.state === 'marking' ? state.terms : []) {
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
}
