import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from './types.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong, in words. Injected past the page's CSP by the driver.
 * @param rules all, or those about colours alone: the only ones for which another theme can matter.
 */
export async function violations(surface: Surface, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  await surface.evaluate((source) => {
    // The isolated evaluation of a driver is not subject to the page's CSP; an inline script would be.
    // biome-ignore lint/security/noGlobalEval: a test's own library
    if (!('axe' in globalThis)) globalThis.eval(source);
  }, AXE);
  return surface.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    // What is right is counted, not described: on a page of three hundred terms that takes most of the time.
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(rules === 'colours' && { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}
