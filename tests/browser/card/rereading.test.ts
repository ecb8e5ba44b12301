import { expect, it } from 'vitest';
import type { Lab } from '../engine/lab.ts';
import { describeLab } from '../engine/lab-stage.ts';

declare const lab: Lab;

describeLab('an open card while its block is read anew', (tab) => {
  it.each([
    ['in small steps', 0],
    ['at once', 2],
  ])('stays as long as its word stands there, and leaves with it: %s', async (_, atOnce) => {
    const seen = await tab().evaluate(async (atOnce) => {
      document.body.innerHTML = '<p>The record producer came <b>once</b>.</p>';
      const [p, counter] = [document.querySelector('p')!, document.querySelector('b')!];
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, atOnce, patience: 10 } });
      await lab.until(() => lab.painted() === 1);
      await engine.completion.idle();
      const card = lab.attachCard({
        marks: engine.marks!,
        table: lab.cardTable,
        signal: end.signal,
        ...lab.cardAlone,
      });
      const isOpen = () => document.querySelector('liner-notes-card') !== null;
      const open: boolean[] = [card.command('next-term', true)];
      let told = 0;
      engine.marks!.onChange(() => {
        told++;
        open.push(isOpen());
      }, end.signal);
      for (let turn = 0; turn < 5; turn++) {
        counter.textContent = `${turn} times`;
        counter.append(document.createElement('i'));
        const before = told;
        await lab.until(() => told > before);
        await engine.completion.idle();
        open.push(isOpen());
      }
      const stayed = !open.includes(false);
      (p.firstChild as Text).data = 'Somebody else came ';
      await lab.until(() => !isOpen());
      await engine.completion.idle();
      end.abort();
      return { stayed, told, left: lab.painted(), errors };
    }, atOnce);
    // Once a turn at the least, and in small steps once more before the block is read.
    expect(seen.told).toBeGreaterThan(atOnce ? 5 : 10);
    expect(seen).toMatchObject({ stayed: true, left: 0, errors: [] });
    expect(tab().errors).toEqual([]);
  });
});
