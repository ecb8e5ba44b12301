import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { bundle } from './engine/bundle.ts';

const SEEDS = Number(process.env.SEEDS ?? 20);
const CHANGES = 2000;

declare const run: (
  seed: number,
  changes: number,
  every: number,
) => Promise<{ compared: number; marks: number; differences: string[]; errors: string[]; held: number }>;

describe.each(BROWSERS)('after any sequence of changes, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    const script = await bundle('tests/browser/engine/property-page.ts');
    server = await serve('tests/fixtures', (path) => {
      if (path === '/engine.js') return { body: script, type: 'text/javascript' };
      return { body: '<!doctype html><html lang="en"><title>Page</title><body><script src="/engine.js"></script>' };
    });
    // What is taken out of a page must be free to go: only Chromium can be asked to collect.
    const args = name === 'chromium' ? ['--js-flags=--expose-gc'] : [];
    driver = await launch(name, { extension: null, args });
    tab = await driver.open(`${server.origin}/`);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))('marks equal a fresh scan, seed %i', async (seed) => {
    const outcome = await tab.evaluate((seed, changes) => run(seed, changes, 500), seed, CHANGES);
    expect(outcome.differences).toEqual([]);
    expect(outcome.errors).toEqual([]);
    expect(outcome.held).toBe(name === 'chromium' ? 0 : -1);
    expect(outcome.compared).toBeGreaterThanOrEqual(4);
    expect(outcome.marks).toBeGreaterThan(0);
    expect(tab.errors).toEqual([]);
  });
});
