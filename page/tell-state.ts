/** Tells the background what is so on a page: a moment after it has changed, and only when it is something else. */
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
}

/**
 * A hidden page waits until it is seen: nobody sees its icon, and to know what is so costs a count of all marks.
 * @param state what is so now; asked when it is to be told.
 */
export function stateTeller(
  state: () => Promise<PageState>,
  tell: (state: PageState) => void,
  signal: AbortSignal,
): StateTeller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Something is to be told as soon as the page is seen. */
  let waits = false;
  let told = '';
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
    const text = JSON.stringify(now);
    if (told === text) return;
    told = text;
    tell(now);
  }
  document.addEventListener('visibilitychange', () => waits && changed(0), { signal });
  const again = () => {
    told = '';
    changed();
  };
  let badge: boolean | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    changed: () => changed(),
    again,
    badge(wanted) {
      if (badge === wanted) return;
      badge = wanted;
      again();
    },
  };
}
