/** Joins the reader's pointer, keys and touch to the card: the only stateful part of this room. */
import { cardContent } from '../../core/card/content.ts';
import type { StepCommand } from '../../core/messages/types.ts';
import type { Occurrence } from '../types.ts';
import { takeEscape } from './escape.ts';
import { rememberFocus } from './focus.ts';
import { hasKeyboard } from './frame.ts';
import { inside } from './geometry.ts';
import {
  type Effect,
  type Intent,
  type IntentEvent,
  initialIntent,
  type Over,
  PACE,
  type Point,
  SLOW_PACE,
  step,
} from './intent.ts';
import { outward } from './outward.ts';
import { overWhat } from './over.ts';
import { ownFaults } from './own-faults.ts';
import type { AttachedCard, CardPorts } from './ports.ts';
import { listenToReader, type Reader } from './reader.ts';
import { reveal } from './reveal.ts';
import { type Shown, showCard } from './shown.ts';
import { sameOccurrence } from './stepping.ts';
import { wordFor } from './walk.ts';

/** Makes the marks of this document answer to pointer, touch and keyboard. */
export function attachCard(ports: CardPorts): AttachedCard {
  const { marks, signal } = ports;
  let intent: Intent<Occurrence> = initialIntent;
  let timer = 0;
  let shown: Shown | null = null;
  let open = new AbortController();
  let giveBack: (() => void) | null = null;
  /** Where the reader last was, by keyboard. */
  let current: Occurrence | null = null;
  let pointer: Point = { x: 0, y: 0 };
  let lastOnWord: Point = pointer;

  let isOver = false;
  const own = ownFaults(
    (forGood) => {
      isOver ||= forGood;
      recover();
    },
    (error) => ports.failed?.(error),
  );

  const send = (event: IntentEvent<Occurrence>) => {
    const next = step(intent, event, ports.look().slow ? SLOW_PACE : PACE);
    intent = next.intent;
    for (const effect of next.effects) perform(effect);
  };
  const dismiss = own(() => send({ type: 'dismissed' }));

  function perform(effect: Effect<Occurrence>): void {
    switch (effect.do) {
      case 'wait':
        clearTimeout(timer);
        timer = window.setTimeout(
          own(() => send({ type: 'elapsed', token: effect.token })),
          effect.ms,
        );
        break;
      case 'probe':
        send({ type: 'found', target: marks.at(effect.point.x, effect.point.y) });
        break;
      case 'open':
        show(effect);
        break;
      case 'close':
        hide();
        ports.tellFrames('closed');
        giveFocusBack();
        break;
    }
  }

  function show({ target, by }: { target: Occurrence; by: 'pointer' | 'keyboard' | 'touch' | 'pin' }): void {
    const arriving = shown === null;
    const keyboard = by === 'keyboard';
    hide();
    // From one card with the focus to the next, it goes back to where it was before the first.
    if (keyboard) giveBack ??= rememberFocus(document);
    else giveFocusBack();
    const present = new Set(marks.counts().map(({ id }) => id));
    const scopes = marks.scopes(target);
    const all = keyboard ? marks.all() : [];
    const index = all.findIndex((occurrence) => sameOccurrence(occurrence, target));
    open = new AbortController();
    const ending = AbortSignal.any([open.signal, signal]);
    shown = showCard({
      occurrence: target,
      by,
      point: pointer,
      textSize: ports.look().textSize,
      arriving,
      position: index >= 0 ? { index, total: all.length } : undefined,
      rects: () => (marks.holds(target) ? marks.rects(target) : []),
      contentOf: (id) => cardContent(ports.table(), id, scopes, present),
      explain: () => marks.explain(target),
      compare: ports.openComparison,
      notMusicHere: ports.notMusicHere,
      neverMark: ports.neverMark,
      dismiss,
      own,
      signal: ending,
    });
    if (!shown) {
      dismiss();
      return;
    }
    lastOnWord = pointer;
    // A card that comes by key in place of the pointer's is another one to them: it stays when the pointer goes there.
    if (arriving || keyboard) ports.tellFrames('opened', by === 'pointer');
    takeEscape(window, ending, dismiss);
    marks.setCurrent(target, keyboard ? 'keyboard' : 'pointer');
    if (keyboard) {
      current = target;
      shown.focus();
    }
  }

  function hide(): void {
    clearTimeout(timer);
    open.abort();
    if (!shown) return;
    if (!shown.focused()) giveBack = null;
    shown.remove();
    shown = null;
    marks.setCurrent(null);
  }

  /** Something threw, at whatever step: nothing is open. */
  function recover(): void {
    clearTimeout(timer);
    open.abort();
    const left = shown;
    if (left) ports.tellFrames('closed');
    shown = null;
    giveBack = null;
    intent = { mode: 'idle', token: intent.token + 1 };
    if (isOver) listening?.abort();
    marks.setCurrent(null);
    left?.element.remove();
  }

  function giveFocusBack(): void {
    giveBack?.();
    giveBack = null;
  }

  const owns = (event: Event) => shown !== null && event.composedPath().includes(shown.element);

  function over(point: Point, event: Event | null): Over<Occurrence> {
    if (!shown) return 'unknown';
    const what = event && owns(event) ? 'card' : overWhat(point, shown, lastOnWord, marks);
    if (what === 'word') lastOnWord = point;
    return what;
  }

  const follow = () => {
    if (!shown) return;
    if (!shown.follow()) dismiss();
    else send({ type: 'moved', point: pointer, over: over(pointer, null) });
  };

  const tapped = own((point: Point) => {
    pointer = point;
    const target = marks.at(point.x, point.y);
    if (target) send({ type: 'asked', target, by: 'touch' });
    return target !== null;
  });
  const shownAt = own(
    (point: Point) => shown !== null && marks.rects(shown.occurrence).some((rect) => inside(point, rect, 4)),
  );
  const reader: Reader = {
    moved: own((point, event) => {
      pointer = point;
      send({ type: 'moved', point, over: over(point, event) });
    }),
    left: own(() => shown && send({ type: 'moved', point: pointer, over: 'elsewhere' })),
    owns,
    selected: own(() => send({ type: 'pinned' })),
    disturbed: own((point, closes) => {
      pointer = point ?? pointer;
      send({ type: 'disturbed', point: pointer, closes });
    }),
    tapped: (point) => tapped(point) === true,
    shownAt: (point) => shownAt(point) === true,
    scrolled: own(() => (shown ? follow() : send({ type: 'disturbed', point: pointer, closes: false }))),
    resized: own(follow),
    gone: dismiss,
    covered: own((dialog) => {
      for (let at: Element | null = shown?.element ?? null; at; at = outward(at)) if (at === dialog) return;
      dismiss();
    }),
  };

  let listening: AbortController | null = null;
  /** On a page without marks nothing of the reader's doings concerns us: no listener, no cost. */
  function attend(): void {
    if (isOver || marks.any() === (listening !== null)) return;
    if (listening) {
      dismiss();
      listening.abort();
      listening = null;
    } else {
      listening = new AbortController();
      listenToReader(AbortSignal.any([signal, listening.signal]), reader);
    }
  }
  attend();
  const changed = own(() => {
    attend();
    follow();
  });
  marks.onChange(changed, signal);
  signal.addEventListener('abort', dismiss, { once: true });

  const reveals = own((occurrence: Occurrence): boolean => {
    const near = outward(occurrence.startNode);
    if (isOver || !near) return false;
    reveal(near, () => marks.rects(occurrence));
    const rect = marks.rects(occurrence)[0];
    if (!rect) return false;
    pointer = { x: rect.left, y: rect.top + rect.height / 2 };
    send({ type: 'asked', target: occurrence, by: 'keyboard' });
    return shown !== null;
  });
  const command = own((name: StepCommand, passed = false): boolean => {
    if (isOver || (!passed && !hasKeyboard(window))) return false;
    if (name === 'toggle-card' && shown) {
      dismiss();
      return true;
    }
    const target = wordFor(name, marks, current);
    if (!target && !passed) ports.passOn(name);
    return target ? reveals(target) === true : false;
  });

  return {
    command: (name, passed) => command(name, passed) === true,
    dismiss: () => void (shown && dismiss()),
    show: (occurrence) => reveals(occurrence) === true,
  };
}
