import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/tokens.css', 'utf8');

/** The value of a token in one theme, outside any media query. */
function token(name: string, theme: 'light' | 'dark'): string {
  const [, light = '', dark = ''] = new RegExp(`--ln-${name}:\\s*light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  return theme === 'light' ? light : dark;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s tokens', (theme) => {
  it.each(['ink', 'ink-quiet', 'accent'])('have text contrast of 4.5 for %s on every ground', (ink) => {
    for (const ground of ['paper', 'paper-inset', 'paper-pressed'])
      expect(contrast(token(ink, theme), token(ground, theme)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it('have 4.5 for text on the accent, and 3 for the edges of controls and the focus ring', () => {
    expect(contrast(token('accent-ink', theme), token('accent', theme))).toBeGreaterThanOrEqual(4.5);
    for (const edge of ['line-strong', 'focus'])
      expect(contrast(token(edge, theme), token('paper', theme)), edge).toBeGreaterThanOrEqual(3);
  });
});
