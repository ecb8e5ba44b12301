/**
 * What the pointer means: the hover card's state machine, pure. It knows no document and no clock: it is told what
 * happened and answers with what to do. A timer that fires late carries an old token and is dropped.
 */

export interface Point {
  x: number;
  y: number;
}

/** How the open card came about. Only a card opened by the hovering pointer closes when the pointer leaves. */
export type OpenedBy = 'pointer' | 'keyboard' | 'touch' | 'pin';

/** Where the pointer is, as far as an open card is concerned. `unknown`: no card is open, nobody looked. */
export type Over<T> = 'unknown' | 'word' | 'card' | 'corridor' | 'elsewhere' | { term: T };

export type Intent<T> = { token: number } & (
  | { mode: 'idle' }
  /** The reader was busy here (pressed, typed, scrolled, dismissed): nothing opens until the pointer moves away. */
  | { mode: 'held'; from: Point }
  /** Slow enough so far; `anchor` is where the rest began. */
  | { mode: 'resting'; anchor: Point; at: Point }
  | { mode: 'open'; target: T; by: OpenedBy; at: Point }
  /** Off the word and off the card, within the grace. `still`: in the corridor, where a rest means a new interest. */
  | { mode: 'leaving'; target: T; at: Point; still: boolean }
);

export type IntentEvent<T> =
  | { type: 'moved'; point: Point; over: Over<T> }
  | { type: 'elapsed'; token: number }
  /** The answer to a `probe`. */
  | { type: 'found'; target: T | null }
  | { type: 'asked'; target: T; by: 'keyboard' | 'touch' }
  /** Text is being selected in the card: it must stay. */
  | { type: 'pinned' }
  /** Pressing, typing, dragging or scrolling outside the card. `closes`: an open card goes as well. */
  | { type: 'disturbed'; point: Point; closes: boolean }
  /** Escape, the pointer left the window, the word went away: whatever is open closes. */
  | { type: 'dismissed' };

export type Effect<T> =
  | { do: 'wait'; ms: number; token: number }
  /** Look which term is under the point, once, and answer with `found`. */
  | { do: 'probe'; point: Point }
  | { do: 'open'; target: T; by: OpenedBy }
  | { do: 'close' };

/** Times in ms, lengths in CSS px. */
export interface Pace {
  rest: number;
  grace: number;
  /** The speed gate: farther than this within one rest is passing by (12 px in 200 ms = 60 px/s). */
  radius: number;
  /** How far a held pointer must go before hovering counts again. */
  hold: number;
}

export const PACE: Pace = { rest: 200, grace: 300, radius: 12, hold: 8 };
/** For readers who asked for a slower card. */
export const SLOW_PACE: Pace = { ...PACE, rest: 600, grace: 600 };

export interface Step<T> {
  intent: Intent<T>;
  effects: Effect<T>[];
}

export const initialIntent: Intent<never> = { mode: 'idle', token: 0 };

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const stay = <T>(intent: Intent<T>): Step<T> => ({ intent, effects: [] });

function rest<T>(token: number, at: Point, pace: Pace): Step<T> {
  return {
    intent: { mode: 'resting', anchor: at, at, token: token + 1 },
    effects: [{ do: 'wait', ms: pace.rest, token: token + 1 }],
  };
}

function open<T>(token: number, target: T, by: OpenedBy, at: Point): Step<T> {
  return { intent: { mode: 'open', target, by, at, token: token + 1 }, effects: [{ do: 'open', target, by }] };
}

function moved<T>(intent: Intent<T>, point: Point, over: Over<T>, pace: Pace): Step<T> {
  switch (intent.mode) {
    case 'idle':
      return rest(intent.token, point, pace);
    case 'held':
      return distance(point, intent.from) > pace.hold ? rest(intent.token, point, pace) : stay(intent);
    case 'resting':
      return distance(point, intent.anchor) > pace.radius
        ? rest(intent.token, point, pace)
        : stay({ ...intent, at: point });
    case 'open':
      return intent.by === 'pointer' ? whileOpen(intent, intent.target, point, over, pace) : stay(intent);
    case 'leaving':
      return whileOpen(intent, intent.target, point, over, pace);
  }
}

function whileOpen<T>(intent: Intent<T>, target: T, point: Point, over: Over<T>, pace: Pace): Step<T> {
  if (over === 'word' || over === 'card')
    return stay({ mode: 'open', target, by: 'pointer', at: point, token: intent.token + 1 });
  if (typeof over === 'object') return open(intent.token, over.term, 'pointer', point);
  const still = over === 'corridor';
  // Outside the corridor the grace runs on from the moment of leaving; within it each move towards the card renews it.
  if (intent.mode === 'leaving' && !intent.still && !still) return stay({ ...intent, at: point });
  const token = intent.token + 1;
  return {
    intent: { mode: 'leaving', target, at: point, still, token },
    effects: [{ do: 'wait', ms: pace.grace, token }],
  };
}

function elapsed<T>(intent: Intent<T>, token: number): Step<T> {
  if (token !== intent.token) return stay(intent);
  if (intent.mode === 'resting') return { intent, effects: [{ do: 'probe', point: intent.at }] };
  if (intent.mode !== 'leaving') return stay(intent);
  const idle: Intent<T> = { mode: 'resting', anchor: intent.at, at: intent.at, token: token + 1 };
  return intent.still
    ? { intent: idle, effects: [{ do: 'close' }, { do: 'probe', point: intent.at }] }
    : { intent: { mode: 'idle', token: token + 1 }, effects: [{ do: 'close' }] };
}

/** One step: the next intent, and what to do now, in order. Never throws; an event out of turn changes nothing. */
export function step<T>(intent: Intent<T>, event: IntentEvent<T>, pace: Pace = PACE): Step<T> {
  const shown = intent.mode === 'open' || intent.mode === 'leaving';
  switch (event.type) {
    case 'moved':
      return moved(intent, event.point, event.over, pace);
    case 'elapsed':
      return elapsed(intent, event.token);
    case 'found':
      if (intent.mode !== 'resting') return stay(intent);
      if (event.target === null) return stay({ mode: 'idle', token: intent.token + 1 });
      return open(intent.token, event.target, 'pointer', intent.at);
    case 'asked':
      return open(intent.token, event.target, event.by, { x: 0, y: 0 });
    case 'pinned':
      if (intent.mode !== 'open' && intent.mode !== 'leaving') return stay(intent);
      return stay({ mode: 'open', target: intent.target, by: 'pin', at: intent.at, token: intent.token + 1 });
    case 'disturbed':
      if (shown && !event.closes) return stay(intent);
      return {
        intent: { mode: 'held', from: event.point, token: intent.token + 1 },
        effects: shown ? [{ do: 'close' }] : [],
      };
    case 'dismissed':
      if (!shown) return stay({ mode: 'idle', token: intent.token + 1 });
      return { intent: { mode: 'held', from: intent.at, token: intent.token + 1 }, effects: [{ do: 'close' }] };
  }
}
