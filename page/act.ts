/** Acts on one document as the settings say: asks whether there is anything to mark, and lets it be marked then. */
import { listen, type MessageSource } from '../core/messages/listen.ts';
import { type Post, send } from '../core/messages/send.ts';
import type { CardNews, PageState } from '../core/messages/types.ts';
import { gateInPieces } from '../core/sense/gate.ts';
import { OwnGate } from '../core/sense/own-gate.ts';
import { TEXT_SIZES } from '../core/settings/card-size.ts';
import { ownForms } from '../core/settings/own-terms.ts';
import type { SettingsStorage } from '../core/settings/storage.ts';
import type { Decision, Settings } from '../core/settings/types.ts';
import { watchDecision } from '../core/settings/watch.ts';
import { type Asked, answers, type Work } from './answers.ts';
import { cardActions } from './card/actions.ts';
import { joinFrames } from './card/frames.ts';
import { noCard } from './card/no-card.ts';
import { Engine } from './engine.ts';
import { onReturn } from './lifecycle.ts';
import { markOptions } from './mark-options.ts';
import { type Parts, takeParts } from './parts.ts';
import { stateTeller } from './tell-state.ts';
import { topPlace } from './top-place.ts';
import type { MarkOptions } from './types.ts';

type Options = MarkOptions & { key: string };

/** What decides over the work. */
interface Life {
  end: AbortController;
  options: Options;
}

/** The part of the extension's API that is needed; passed in. */
export interface Extension {
  runtime: MessageSource & { sendMessage: Post };
  storage: SettingsStorage;
}

/**
 * @param extension the extension's API.
 * @param signal ends it.
 * @param alive false when the extension is gone; then the signal is aborted.
 * @param wasAhead whether the page was loaded before it was opened.
 */
export function act(extension: Extension, signal: AbortSignal, alive: () => boolean, wasAhead: boolean): void {
  const post: Post = (message) => extension.runtime.sendMessage(message);
  let settings: Settings | null = null;
  let off: PageState | null = null;
  let on: (Work & Life) | null = null;
  let parts: Parts | null = null;

  let decide: () => void = () => {};
  /** Until then nobody can say what is so on this page. */
  const isDecided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const state = (): PageState => off ?? on?.engine.state() ?? { state: 'nothing', reason: 'not-musical' };
  /** @param count whether all is to be read for it. */
  const stateNow = async (count: boolean) => {
    await isDecided;
    await on?.engine.completion.ready();
    if (count) await on?.engine.completion.counted();
    return state();
  };
  // Asked for a term that is marked, or may be: by then the parts are here.
  const kindOf = (term: string) => parts?.kindOf(term) ?? 'role';
  const isTop = window === window.top;
  // Only a number on the icon is worth reading all for.
  const stateSoFar = () => stateNow(settings?.preferences.badge ?? false);
  const teller = stateTeller(isTop, stateSoFar, () => void send(post, 'tab:state', {}), signal);

  const actions = cardActions(post, () => {
    // The reader's doings are often the first sign of life after the extension has gone.
    alive();
    return {
      textSize: TEXT_SIZES[settings?.preferences.cardSize ?? 'normal'],
      slow: settings?.preferences.cardDelay === 'slow',
    };
  });

  function begin(options: Options): void {
    const end = new AbortController();
    const ending = AbortSignal.any([signal, end.signal]);
    const own = settings?.ownTerms ?? [];
    const ownGate = own.length ? new OwnGate(ownForms(own)) : null;
    const engine = new Engine({
      gate: () => ownGate?.inPieces() ?? gateInPieces(),
      marker: async (host) => {
        parts = await takeParts(() => send(post, 'tab:marks', {}));
        // It may have been switched off meanwhile.
        ending.throwIfAborted();
        const marker = parts.marker(work.options, host, ownGate);
        work.card = parts.card({ ...actions, marks: marker.marks, tellFrames: frames.tell, signal: ending }, own);
        return marker;
      },
      signal: ending,
      alive,
      changed: teller.changed,
    });
    const tellAll = (news: CardNews) => void send(post, 'tab:card', news);
    const frames = joinFrames(tellAll, () => work.card.dismiss(), ending);
    const work: Work & Life = { engine, end, options, card: noCard(actions.passOn), frames };
    on = work;
    engine.start();
  }

  function end(): void {
    on?.end.abort();
    on = null;
  }

  function decided(decision: Decision, now: Settings, url: string): void {
    // Other own terms are other words to look for: the page is read anew.
    if (JSON.stringify(settings?.ownTerms) !== JSON.stringify(now.ownTerms)) end();
    settings = now;
    decide();
    teller.badge(now.preferences.badge);
    off = decision.on ? null : { state: 'off', reason: decision.reason };
    if (!decision.on) end();
    else {
      const options = markOptions(now, url, kindOf);
      if (!on) begin(options);
      else if (on.options.key !== options.key) {
        on.options = options;
        on.engine.setMarking(options);
      }
    }
    teller.changed();
  }

  const asked: Asked = {
    work: () => on,
    isDecided,
    stateSoFar,
    async stateInFull() {
      const now = await stateNow(true);
      teller.answered(now);
      return now;
    },
  };
  listen(extension.runtime, answers(asked), signal);
  // A page that is there as a whole when the reader comes to it is marked sooner when what brings the marks wakes while the
  // settings are read. Its icon would wake it a moment later in any case.
  if (wasAhead && isTop) void send(post, 'tab:top-url', {});
  const watch = watchDecision(
    extension.storage,
    {
      url: isTop ? location.href : null,
      ownUrl: location.href,
      ask: () => topPlace(post),
    },
    decided,
    signal,
  );
  onReturn(() => {
    void watch.refresh();
    // The browser has put its own icon back.
    teller.again();
  }, signal);
}
