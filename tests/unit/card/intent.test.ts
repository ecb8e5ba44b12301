import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Effect,
  type Intent,
  type IntentEvent,
  initialIntent,
  type Over,
  PACE,
  step,
} from '../../../page/card/intent.ts';

type Event = IntentEvent<string>;

/** Plays events and returns the last intent with every effect on the way. */
function play(...events: Event[]) {
  let intent: Intent<string> = initialIntent;
  const effects: Effect<string>[] = [];
  for (const event of events) {
    const next = step(intent, event.type === 'elapsed' ? { ...event, token: event.token || intent.token } : event);
    intent = next.intent;
    effects.push(...next.effects);
  }
  return { intent, effects, last: effects.at(-1) };
}

const move = (x: number, y: number, over: Over<string> = 'unknown'): Event => ({
  type: 'moved',
  point: { x, y },
  over,
});
/** Token 0 stands for the present one. */
const elapsed: Event = { type: 'elapsed', token: 0 };
const found = (target: string | null): Event => ({ type: 'found', target });
const opened: Event[] = [move(10, 10), elapsed, found('producer')];

describe('hover intent', () => {
  it('opens after the pointer has rested', () => {
    expect(play(move(10, 10)).last).toMatchObject({ do: 'wait', ms: PACE.rest });
    expect(play(move(10, 10), elapsed).last).toEqual({ do: 'probe', point: { x: 10, y: 10 } });
    expect(play(...opened).last).toEqual({ do: 'open', target: 'producer', by: 'pointer' });
  });

  it('looks where the pointer is by then, not where the rest began', () => {
    expect(play(move(10, 10), move(14, 12), elapsed).last).toEqual({ do: 'probe', point: { x: 14, y: 12 } });
  });

  it('opens nothing while the pointer sweeps over text', () => {
    const first = play(move(0, 0)).intent.token;
    const sweep = play(move(0, 0), move(40, 0), move(80, 0), { type: 'elapsed', token: first });
    expect(sweep.effects.every((effect) => effect.do === 'wait')).toBe(true);
  });

  it('looks again after a rest beside a word', () => {
    const { last } = play(move(10, 10), elapsed, found(null), move(12, 10), elapsed, found('dj'));
    expect(last).toEqual({ do: 'open', target: 'dj', by: 'pointer' });
  });

  it('stays while the pointer is on the word or in the card', () => {
    const { intent, effects } = play(...opened, move(12, 10, 'word'), move(12, 30, 'corridor'), move(12, 60, 'card'));
    expect(intent.mode).toBe('open');
    expect(effects.some((effect) => effect.do === 'close')).toBe(false);
  });

  it('closes after the grace when the pointer has left', () => {
    const left = play(...opened, move(300, 300, 'elsewhere'));
    expect(left.last).toMatchObject({ do: 'wait', ms: PACE.grace });
    expect(play(...opened, move(300, 300, 'elsewhere'), elapsed).effects).toContainEqual({ do: 'close' });
  });

  it('does not let wandering outside prolong the grace', () => {
    const waits = (...events: Event[]) =>
      play(...opened, ...events).effects.filter((effect) => effect.do === 'wait').length;
    expect(waits(move(300, 300, 'elsewhere'), move(310, 300, 'elsewhere'))).toBe(waits(move(300, 300, 'elsewhere')));
  });

  it('renews the grace with each move through the corridor', () => {
    const { effects } = play(...opened, move(12, 30, 'corridor'), move(12, 34, 'corridor'));
    expect(effects.filter((effect) => effect.do === 'wait')).toHaveLength(3);
  });

  it('turns to a word in the corridor once the pointer rests there', () => {
    const { effects } = play(...opened, move(12, 30, 'corridor'), elapsed, found('dj'));
    expect(effects.slice(-3)).toEqual([
      { do: 'close' },
      { do: 'probe', point: { x: 12, y: 30 } },
      { do: 'open', target: 'dj', by: 'pointer' },
    ]);
  });

  it('opens a second term at once while one is open', () => {
    expect(play(...opened, move(200, 10, { term: 'dj' })).last).toEqual({ do: 'open', target: 'dj', by: 'pointer' });
  });

  it('holds still after a press, typing or scrolling until the pointer moves away', () => {
    const disturbed: Event = { type: 'disturbed', point: { x: 10, y: 10 }, closes: true };
    expect(play(move(10, 10), disturbed, elapsed, move(12, 10)).intent.mode).toBe('held');
    expect(play(move(10, 10), disturbed, move(30, 10)).intent.mode).toBe('resting');
  });

  it('does not come back under a pointer that only trembles after Escape', () => {
    const { intent, last } = play(...opened, { type: 'dismissed' }, move(11, 11));
    expect(intent.mode).toBe('held');
    expect(last).toEqual({ do: 'close' });
  });

  it('keeps a card opened by keyboard or touch when the pointer moves', () => {
    for (const by of ['keyboard', 'touch'] as const) {
      const { intent } = play({ type: 'asked', target: 'dj', by }, move(300, 300, 'elsewhere'), elapsed);
      expect(intent.mode).toBe('open');
    }
  });

  it('keeps a card in which text was selected', () => {
    expect(play(...opened, { type: 'pinned' }, move(300, 300, 'elsewhere'), elapsed).intent.mode).toBe('open');
  });

  it('drops a timer that fires late', () => {
    const { intent } = play(...opened);
    expect(step(intent, { type: 'elapsed', token: intent.token - 1 })).toEqual({ intent, effects: [] });
  });
});

const point = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });
const over = fc.oneof(
  fc.constantFrom<Over<string>>('unknown', 'word', 'card', 'corridor', 'elsewhere'),
  fc.record({ term: fc.constantFrom('producer', 'dj') }),
);
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constant('moved' as const), point, over }),
  fc.record({ type: fc.constant('elapsed' as const), token: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ type: fc.constant('found' as const), target: fc.constantFrom('producer', 'dj', null) }),
  fc.record({
    type: fc.constant('asked' as const),
    target: fc.constant('dj'),
    by: fc.constantFrom('keyboard' as const, 'touch' as const),
  }),
  fc.constant<Event>({ type: 'pinned' }),
  fc.record({ type: fc.constant('disturbed' as const), point, closes: fc.boolean() }),
  fc.constant<Event>({ type: 'dismissed' }),
);

describe('any sequence of events', () => {
  it('never has two cards, never closes what is not open, and knows what is shown', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let intent: Intent<string> = initialIntent;
        let shown: string | null = null;
        for (const event of events) {
          const next = step(intent, event);
          for (const effect of next.effects) {
            if (effect.do === 'close') expect(shown).not.toBeNull();
            if (effect.do === 'close') shown = null;
            if (effect.do === 'open') shown = effect.target;
          }
          expect(next.intent.token).toBeGreaterThanOrEqual(intent.token);
          intent = next.intent;
          expect(intent.mode === 'open' || intent.mode === 'leaving' ? intent.target : null).toBe(shown);
        }
      }),
    );
  });

  it('closes at Escape whatever came before', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { intent } = play(...events, { type: 'dismissed' });
        expect(['idle', 'held']).toContain(intent.mode);
      }),
    );
  });
});
