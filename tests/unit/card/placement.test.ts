import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCorridor, inside, nearest, type Rect } from '../../../page/card/geometry.ts';
import { GAP, MARGIN, place } from '../../../page/card/placement.ts';

const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const viewport = rect(0, 0, 800, 600);
const card = { width: 340, height: 220 };

describe('placing the card', () => {
  it('prefers below the word', () => {
    const placed = place({ word: rect(100, 100, 60, 20), card, viewport, vertical: false });
    expect(placed).toMatchObject({ side: 'below', top: 120 + GAP });
    expect(placed.left + placed.arrow).toBe(130);
  });

  it('goes above where there is no room below', () => {
    const placed = place({ word: rect(100, 500, 60, 20), card, viewport, vertical: false });
    expect(placed).toMatchObject({ side: 'above', bottom: 500 - GAP });
  });

  it('keeps beside the column in vertical writing', () => {
    expect(place({ word: rect(400, 300, 20, 60), card, viewport, vertical: true }).side).toBe('left');
    expect(place({ word: rect(20, 300, 20, 60), card, viewport, vertical: true }).side).toBe('right');
  });

  it('shrinks, and never over the word, where it fits nowhere', () => {
    const small = rect(0, 0, 320, 240);
    const word = rect(140, 110, 60, 20);
    const placed = place({ word, card, viewport: small, vertical: false });
    expect(placed.right - placed.left).toBe(320 - 2 * MARGIN);
    expect(placed.bottom - placed.top).toBeLessThan(110);
  });

  it('lies in the viewport and off the word, for any word and any viewport', () => {
    const size = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(
        fc.record({ width: fc.integer({ min: 200, max: 3000 }), height: fc.integer({ min: 160, max: 2000 }) }),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.tuple(size(180), size(60)),
        fc.tuple(size(500), size(900)),
        fc.boolean(),
        ({ width, height }, [x, y], [w, h], [cardWidth, cardHeight], vertical) => {
          const seen = rect(0, 0, width, height);
          const word = rect(x * (width - w), y * (height - h), w, h);
          const placed = place({ word, card: { width: cardWidth, height: cardHeight }, viewport: seen, vertical });
          expect(placed.left).toBeGreaterThanOrEqual(-0.001);
          expect(placed.top).toBeGreaterThanOrEqual(-0.001);
          expect(placed.right).toBeLessThanOrEqual(width + 0.001);
          expect(placed.bottom).toBeLessThanOrEqual(height + 0.001);
          const off =
            placed.top >= word.bottom ||
            placed.bottom <= word.top ||
            placed.left >= word.right ||
            placed.right <= word.left;
          expect(off).toBe(true);
        },
      ),
    );
  });
});

describe('the way into the card', () => {
  const word = rect(100, 100, 60, 20);
  const below = rect(80, 130, 340, 200);

  it('leads from the word to every corner of the near side', () => {
    const from = { x: 130, y: 118 };
    expect(inCorridor({ x: 180, y: 125 }, from, word, below)).toBe(true);
    expect(inCorridor({ x: 102, y: 125 }, from, word, below)).toBe(true);
    expect(inCorridor({ x: 130, y: 90 }, from, word, below)).toBe(false);
    expect(inCorridor({ x: 400, y: 110 }, from, word, below)).toBe(false);
  });

  it('works upwards and sideways', () => {
    expect(inCorridor({ x: 130, y: 96 }, { x: 130, y: 102 }, word, rect(80, 0, 340, 90))).toBe(true);
    expect(inCorridor({ x: 165, y: 110 }, { x: 150, y: 110 }, word, rect(170, 40, 340, 200))).toBe(true);
    expect(inCorridor({ x: 90, y: 110 }, { x: 110, y: 110 }, word, rect(0, 40, 80, 200))).toBe(true);
  });

  it('holds every straight way from the word to a point of the near side', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (start, end, way) => {
        const from = { x: word.left + start * 60, y: word.bottom };
        const to = { x: below.left + end * 340, y: below.top };
        const on = { x: from.x + way * (to.x - from.x), y: from.y + way * (to.y - from.y) };
        expect(inCorridor(on, from, word, below)).toBe(true);
      }),
    );
  });
});

describe('rectangles', () => {
  it('finds the part of a broken word that is looked at', () => {
    const parts = [rect(700, 100, 60, 20), rect(20, 124, 40, 20)];
    expect(nearest(parts, { x: 30, y: 130 })).toBe(parts[1]);
    expect(nearest([], { x: 0, y: 0 })).toBeNull();
  });

  it('grows by the slack asked for', () => {
    expect(inside({ x: 11, y: 5 }, rect(0, 0, 10, 10), 2)).toBe(true);
  });
});
