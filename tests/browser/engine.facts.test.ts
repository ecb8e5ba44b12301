import { expect, it } from 'vitest';
import type { Lab } from './engine/lab.ts';
import { describeLab } from './engine/lab-stage.ts';
import { random } from './engine/random.ts';

declare const lab: Lab;

/** Headings of three levels and what is none, in any order, some within others. */
function pageOf(seed: number): string {
  const below = random(seed);
  let html = '';
  for (let at = 0, all = below(40); at < all; at++) {
    const name = ['h1', 'h2', 'h2', 'h3', 'h4', 'section'][below(6)]!;
    html += `<${name}>${at}`;
    if (below(3) > 0) html += `</${name}>`;
  }
  return `<p>The mastering engineer loved the music.</p>${html}`;
}

describeLab('what a page says of itself', (tab) => {
  it('holds its first headings, in their order', async () => {
    const pages = Array.from({ length: 30 }, (_, seed) => pageOf(seed));
    const seen = await tab().evaluate(async (pages) => {
      const all: { read: readonly string[] | undefined; first: string[] }[] = [];
      for (const page of pages) {
        document.body.innerHTML = page;
        const { engine, end } = lab.start();
        await engine.completion.ready();
        const { facts } = lab.insides(engine);
        const first = [...document.querySelectorAll('h1, h2, h3')].slice(0, 12).map(({ textContent }) => textContent);
        all.push({ read: facts.headings, first });
        end.abort();
      }
      return all;
    }, pages);
    for (const { read, first } of seen) expect(read).toEqual(first);
    expect(Math.max(...seen.map(({ first }) => first.length))).toBe(12);
  });
});
