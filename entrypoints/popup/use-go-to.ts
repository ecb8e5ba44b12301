import { useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Went } from '../../components/TermsHere.tsx';
import { send } from '../../core/messages/send.ts';
import { placesOf } from './places.ts';
import type { PageHere } from './use-page.ts';

/** There the popup covers the page. */
const PHONE = '(pointer: coarse) and (hover: none)';

/**
 * Shows a term on the page: its first occurrence, and the next one each time it is asked for again. The popup makes room
 * where there is no other, or where the page lies beneath it.
 */
export function useGoTo({ tab, frames }: Pick<PageHere, 'tab' | 'frames'>) {
  const [went, setWent] = useState<Went | null>(null);
  const next = useRef(new Map<string, number>());
  const isGoing = useRef(false);

  /** Pressed twice while it is still looked for, it is meant once. */
  async function goTo(term: string) {
    if (tab === null || isGoing.current) return;
    isGoing.current = true;
    await goOn(tab, term).finally(() => {
      isGoing.current = false;
    });
  }

  async function goOn(tab: number, term: string) {
    const places = placesOf(frames, term);
    const from = next.current.get(term) ?? 0;
    // One that cannot be shown just now (its part of the page is folded away) is passed over.
    for (let step = 0; step < places.length; step++) {
      const at = (from + step) % places.length;
      const { frame, index } = places[at]!;
      const post = (message: object) => browser.tabs.sendMessage(tab, message, { frameId: frame });
      const reply = await send(post, 'page:go-to', { term, index });
      if (!reply?.found) continue;
      if (places.length === 1 || matchMedia(PHONE).matches) window.close();
      next.current.set(term, at + 1);
      setWent({ term, place: at + 1, of: places.length });
      return;
    }
    setWent({ term, place: null });
  }
  return { went, goTo };
}
