/** One card in all frames of a tab, and Escape from whichever has the keyboard: frames tell each other what they cannot see. */
import type { CardNews } from '../../core/messages/types.ts';
import { takeEscape } from './escape.ts';

export interface CardFrames {
  /** A card opened or closed here. @param hovered it is the pointer's. */
  tell(news: 'opened' | 'closed', hovered?: boolean): void;
  /** What a frame of this tab has told, this one included. */
  hear(news: CardNews): void;
}

/**
 * @param post brings news to every frame of the tab; not called on pages of a single frame.
 * @param dismiss closes the card of this frame, if one is open.
 */
export function joinFrames(post: (news: CardNews) => void, dismiss: () => void, signal: AbortSignal): CardFrames {
  // Not randomUUID: pages without https do not have it.
  const from = crypto.getRandomValues(new Uint32Array(2)).join('-');
  let elsewhere = new AbortController();
  /** The frame whose card is open, as far as was heard. */
  let whose = '';
  const tell = (news: CardNews['news'], hovered = false) => {
    if (window.parent !== window || window.length > 0) post({ news, from, hovered });
  };

  /** A card is open in another frame: Escape pressed in this one closes it, once. */
  function listen(hovered: boolean): void {
    elsewhere = new AbortController();
    const until = AbortSignal.any([signal, elsewhere.signal]);
    const stop = () => elsewhere.abort();
    takeEscape(window, until, () => {
      stop();
      tell('escape');
    });
    // The pointer has come here, so its card is closing; the news may never come when the frame has been removed.
    if (hovered) window.addEventListener('pointermove', stop, { capture: true, passive: true, signal: until });
  }

  return {
    tell,
    hear({ news, from: teller, hovered = false }) {
      // Where one card gives way to another, the news that it has closed comes after that of the other.
      if (teller === from || (news === 'closed' && teller !== whose)) return;
      elsewhere.abort();
      if (news === 'closed') return;
      dismiss();
      if (news !== 'opened') return;
      whose = teller;
      listen(hovered);
    },
  };
}
