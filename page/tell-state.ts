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

/** @param state what is so now; asked when it is to be told. */
export function stateTeller(
  state: () => Promise<PageState>,
  tell: (state: PageState) => void,
  signal: AbortSignal,
): StateTeller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const changed = () => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(async () => {
      const now = await state();
      timer = undefined;
      const text = JSON.stringify(now);
      if (signal.aborted || told === text) return;
      told = text;
      tell(now);
    }, MOMENT);
  };
  const again = () => {
    told = '';
    changed();
  };
  let badge: boolean | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    changed,
    again,
    badge(wanted) {
      if (badge === wanted) return;
      badge = wanted;
      again();
    },
  };
}
