/** The content script: acts on one document, as the settings say, until the extension or the page goes away. */

import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import type { Browser } from 'webextension-polyfill';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Undo } from '../components/Card.tsx';
import { cardTableWith } from '../core/card/own-terms.ts';
import { listen } from '../core/messages/listen.ts';
import { send } from '../core/messages/send.ts';
import type { PageState } from '../core/messages/types.ts';
import { createJudge } from '../core/sense/judge.ts';
import { withOwnTerms } from '../core/sense/own-terms.ts';
import { TEXT_SIZES } from '../core/settings/card-size.ts';
import { ownForms } from '../core/settings/own-terms.ts';
import type { Decision, Settings } from '../core/settings/types.ts';
import { watchDecision } from '../core/settings/watch.ts';
import { attachCard } from '../page/card/attach.ts';
import type { AttachedCard } from '../page/card/ports.ts';
import { contextOf } from '../page/context.ts';
import { Engine } from '../page/engine.ts';
import { isAlive, onReturn, whenOpened } from '../page/lifecycle.ts';
import { markOptions } from '../page/mark-options.ts';
import { isOnlyCopy, sweepFormer } from '../page/one-copy.ts';
import { stateTeller } from '../page/tell-state.ts';
import { topPlace } from '../page/top-place.ts';
import type { MarkOptions } from '../page/types.ts';

/**
 * The browser's own API. Both engines give promises under Manifest V3, and what is asked of it here answers alike; the
 * polyfill, 10 kB and a wrapper for each of a hundred functions, would be paid for by every frame of every page. Asked
 * for as an own property: a page whose element is called `browser` answers to that name too.
 */
const browser = Reflect.get(globalThis, Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome') as Browser;

const post = (message: object) => browser.runtime.sendMessage(message);

/** The background stores it; `watchDecision` hears of it. Answers with the way back. */
function tellReader(name: 'reader:not-music' | 'reader:never-mark', term: string): Undo {
  const stored = send(post, name, { term, undo: false }).then((reply) => reply?.done ?? false);
  return Object.assign(() => void send(post, name, { term, undo: true }), { stored });
}

const kindOf = (term: string) => cardTable().terms[term]?.kind ?? 'role';

function act(signal: AbortSignal, alive: () => boolean): void {
  const judge = createJudge(matchTable);
  let settings: Settings | null = null;
  let off: PageState | null = null;
  let on: { engine: Engine; card: AttachedCard; end: AbortController; key: string } | null = null;

  let decide: () => void = () => {};
  /** Until then nobody can say what is so on this page. */
  const isDecided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const state = (): PageState => off ?? on?.engine.state() ?? { state: 'nothing', reason: 'not-musical' };
  /** @param count whether all is to be read for it. */
  const stateNow = async (count: boolean) => {
    await isDecided;
    await on?.engine.ready;
    if (count) await on?.engine.counted();
    return state();
  };
  const isTop = window === window.top;
  // Only a number on the icon is worth reading all for.
  const stateSoFar = () => stateNow(settings?.preferences.badge ?? false);
  const teller = stateTeller(isTop, stateSoFar, () => void send(post, 'tab:state', {}), signal);

  function begin(options: MarkOptions & { key: string }): void {
    const end = new AbortController();
    const ending = AbortSignal.any([signal, end.signal]);
    const own = settings?.ownTerms ?? [];
    const engine = new Engine({
      judge: own.length ? withOwnTerms(judge, ownForms(own)) : judge,
      marking: options,
      signal: ending,
      alive,
      changed: teller.changed,
    });
    const card = attachCard({
      marks: engine.marks,
      table: () => cardTableWith(cardTable(), own),
      signal: ending,
      look: () => {
        // The reader's doings are often the first sign of life after the extension has gone.
        alive();
        return {
          textSize: TEXT_SIZES[settings?.preferences.cardSize ?? 'normal'],
          slow: settings?.preferences.cardDelay === 'slow',
        };
      },
      openComparison: (terms) => void send(post, 'open:comparison', { terms }),
      tellFrames: (news) => void send(post, 'tab:card', news),
      passOn: (command) => void send(post, 'tab:command', { command }),
      notMusicHere: (term) => tellReader('reader:not-music', term),
      neverMark: (term) => tellReader('reader:never-mark', term),
    });
    on = { engine, card, end, key: options.key };
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
      else if (on.key !== options.key) {
        on.key = options.key;
        on.engine.setMarking(options);
      }
    }
    teller.changed();
  }

  listen(
    browser.runtime,
    {
      'page:state': async ({ soFar }) => {
        if (soFar) return stateSoFar();
        const now = await stateNow(true);
        teller.answered(now);
        return now;
      },
      'page:address': () => ({ url: location.href }),
      'page:marks': async () => {
        await isDecided;
        await on?.engine.ready;
        await on?.engine.readAll(Number.POSITIVE_INFINITY);
        const found = on?.engine.marks.every() ?? [];
        return { marks: found.map(contextOf), scanMs: on?.engine.scanMs ?? 0 };
      },
      'page:go-to': async ({ term, index }) => {
        await on?.engine.readAll();
        const found = on?.engine.marks.every(term) ?? [];
        const target = found[((index % found.length) + found.length) % found.length];
        return { found: target ? (on?.card.show(target) ?? false) : false };
      },
      'page:command': async ({ command, passed }) => {
        // The next word may stand where nothing was read yet.
        if (command !== 'toggle-card') await on?.engine.readAll();
        return { done: on?.card.command(command, passed) ?? false };
      },
      'page:card': (news) => {
        on?.card.hear(news);
        return { heard: on !== null };
      },
    },
    signal,
  );
  const watch = watchDecision(
    browser.storage,
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

export default defineUnlistedScript(async () => {
  await whenOpened(document);
  const life = new AbortController();
  const alive = () => {
    const still = isAlive(() => browser.runtime.id);
    if (!still) life.abort();
    return still;
  };
  if (!alive() || !isOnlyCopy(alive)) return;
  sweepFormer();
  act(life.signal, alive);
});
