import { describe, expect, it } from 'vitest';
import { type Surroundings, shade, themeOf } from '../../../page/card/brightness.ts';

const page = (some: Partial<Surroundings>): Surroundings => ({
  ink: 'rgb(0, 0, 0)',
  grounds: [],
  picture: false,
  scheme: 'normal',
  system: 'dark',
  ...some,
});

describe('the brightness of a page', () => {
  it('is that of the nearest painted ground', () => {
    expect(themeOf(page({ grounds: ['rgba(0, 0, 0, 0)', 'rgb(18, 20, 23)', 'rgb(255, 255, 255)'] }))).toBe('dark');
    expect(themeOf(page({ grounds: ['rgb(250, 250, 240)'] }))).toBe('light');
  });

  it('blends grounds that can be seen through', () => {
    expect(themeOf(page({ grounds: ['rgba(0, 0, 0, 0.1)', 'rgb(255, 255, 255)'] }))).toBe('light');
    expect(themeOf(page({ grounds: ['rgba(255, 255, 255, 0.1)', 'rgb(0, 0, 0)'] }))).toBe('dark');
  });

  it('follows the ink on a bare canvas, which a meta element may have made dark', () => {
    expect(themeOf(page({ grounds: ['rgba(0, 0, 0, 0)'] }))).toBe('light');
    expect(themeOf(page({ ink: 'rgb(255, 255, 255)', system: 'light' }))).toBe('dark');
  });

  it('follows the declared schemes where the ink is neither light nor dark', () => {
    const grey = { ink: 'rgb(128, 128, 128)' };
    expect(themeOf(page({ ...grey, scheme: 'normal' }))).toBe('light');
    expect(themeOf(page({ ...grey, scheme: 'light dark' }))).toBe('dark');
    expect(themeOf(page({ ...grey, scheme: 'light dark', system: 'light' }))).toBe('light');
    expect(themeOf(page({ ...grey, scheme: 'dark', system: 'light' }))).toBe('dark');
  });

  it('follows the ink over a picture', () => {
    expect(themeOf(page({ picture: true, ink: 'rgb(240, 240, 240)', system: 'light' }))).toBe('dark');
    expect(themeOf(page({ picture: true, ink: 'rgb(10, 10, 10)' }))).toBe('light');
    expect(themeOf(page({ picture: true, ink: 'rgb(128, 128, 128)', system: 'light' }))).toBe('light');
  });
});

describe('reading a computed colour', () => {
  it('knows the forms in which browsers give it', () => {
    expect(shade('rgb(255, 255, 255)')).toEqual({ lightness: 1, alpha: 1 });
    expect(shade('rgba(0, 0, 0, 0.5)')).toEqual({ lightness: 0, alpha: 0.5 });
    expect(shade('color(srgb 1 1 1 / 0.25)')?.alpha).toBe(0.25);
    expect(shade('color(display-p3 1 1 1)')?.lightness).toBeCloseTo(1);
    expect(shade('oklch(0.2 0.1 30)')?.lightness).toBe(0.2);
    expect(shade('oklab(90% 0.1 -0.1 / 50%)')).toEqual({ lightness: 0.9, alpha: 0.5 });
    expect(shade('lab(20 10 10)')?.lightness).toBe(0.2);
    expect(shade('canvas')).toBeNull();
  });
});
