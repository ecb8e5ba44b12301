/** Tells that what is so on a page has changed: a moment after, and only to those for whom it is something else. */
import type { PageState } from '../core/messages/types.ts';

/** How long after a change it is told, in ms. */
const MOMENT = 1000;

export interface StateTeller {
  /** Something may have changed. */
  changed(): void;
  /** Whoever was told may have forgotten: the page came back from the back/forward cache, its icon with it. */
  again(): void;
  /** Whether the icon shows the count of terms: told anew when that is something else than before. */
  badge(wanted: boolean): void;
  /** Somebody has been shown this in full: told once when it no longer holds. */
  answered(state: PageState): void;
}

/**
 * Every telling wakes the background, so that on a page which changes all the time only what the icon shows is told: the
 * state, and the terms when their number is on it. A frame within the page tells whether it has marks, most have none
 * and say nothing. A hidden page waits until it is seen: nobody sees its icon, and knowing what is so costs.
 * @param isTop whether this is the page itself, not a frame in it.
 * @param state what is so now; asked when it may be to be told.
 */
export function stateTeller(
  isTop: boolean,
  state: () => Promise<PageState>,
  tell: () => void,
  signal: AbortSignal,
): StateTeller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Something is to be told as soon as the page is seen. */
  let waits = false;
  let badge: boolean | undefined;
  /** What is taken to be so of a frame that has said nothing. */
  const silence = isTop ? '' : 'false';
  let told = silence;
  let shown: string | undefined;

  /** What the icon shows of it. */
  const outline = (now: PageState): string =>
    JSON.stringify(now.state === 'marking' ? (badge ? now.terms.map(({ id }) => id).sort() : true) : isTop && now);

  const changed = (after = MOMENT) => {
    if (timer !== undefined || signal.aborted) return;
    waits = document.hidden;
    if (!waits) timer = setTimeout(() => void look(), after);
  };
  async function look(): Promise<void> {
    const now = document.hidden ? null : await state();
    timer = undefined;
    if (signal.aborted) return;
    if (!now) {
      waits = true;
      return;
    }
    const isTrue = told === outline(now) && (shown ?? JSON.stringify(now)) === JSON.stringify(now);
    if (isTrue) return;
    told = outline(now);
    shown = undefined;
    tell();
  }
  document.addEventListener('visibilitychange', () => waits && changed(0), { signal });
  // A frame that is taken out of its page; one that leaves with its page may come back with it.
  addEventListener('pagehide', ({ persisted }) => !persisted && told !== silence && !isTop && tell(), { signal });
  const again = () => {
    told = silence;
    changed();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    changed: () => changed(),
    again,
    badge(wanted) {
      if (badge === wanted) return;
      badge = wanted;
      again();
    },
    answered(state) {
      shown = JSON.stringify(state);
    },
  };
}
