/** What marks is on its way, and something happens meanwhile. */
import { expect, it } from 'vitest';
import type { Lab } from './engine/lab.ts';
import { describeLab } from './engine/lab-stage.ts';

declare const lab: Lab;

describeLab('while what marks is on its way', (tab) => {
  it('is asked for once, where there is something to mark, and nowhere else', async () => {
    const seen = await tab().evaluate(async () => {
      const { ask, store, sent, life } = lab.acting(async (offer) => offer());
      const wishes = () => sent.filter((name) => name === 'tab:marks').length;
      store({ 'pref:density': 'every' });
      const before = await ask('page:state', {});
      const unasked = wishes();
      document.body.append('A mastering engineer came.');
      await lab.until(() => lab.painted() === 1);
      document.body.append(' Another mastering engineer came.');
      await lab.until(() => lab.painted() === 2);
      const [state, asked] = [await ask('page:state', {}), wishes()];
      life.abort();
      return { before, unasked, state, asked, left: lab.painted() };
    });
    expect(seen).toEqual({
      before: { state: 'nothing', reason: 'not-musical' },
      unasked: 0,
      state: { state: 'marking', terms: [{ id: 'mastering-engineer', count: 2 }] },
      asked: 1,
      left: 0,
    });
  });

  it('the background is woken before anything is read of it where the page was loaded ahead, and nowhere else', async () => {
    const seen = await tab().evaluate(async () => {
      const bring = async (offer: () => void) => offer();
      const [ahead, loaded] = [true, false].map((wasAhead) => lab.acting(bring, wasAhead));
      const atOnce = [ahead!, loaded!].map(({ sent }) => [...sent]);
      for (const { life } of [ahead!, loaded!]) life.abort();
      return atOnce;
    });
    expect(seen).toEqual([['tab:top-url'], []]);
  });

  it('the site is switched off: nothing is marked, and everything once it is on again', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.append('A mastering engineer came.');
      let come = () => {};
      const { ask, store, sent, life } = lab.acting(
        (offer) =>
          new Promise<void>((resolve) => {
            come = () => {
              offer();
              resolve();
            };
          }),
      );
      await lab.until(() => sent.includes('tab:marks'));
      store({ [`site:${location.hostname}`]: { on: false } });
      const off = await ask('page:state', {});
      come();
      for (let i = 0; i < 5; i++) await lab.frame();
      const painted = lab.painted();
      store({ [`site:${location.hostname}`]: { on: true } });
      await lab.until(() => lab.painted() === 1);
      const on = await ask('page:state', {});
      life.abort();
      return { off, painted, on: on.state };
    });
    expect(seen).toEqual({ off: { state: 'off', reason: 'site-off' }, painted: 0, on: 'marking' });
  });

  it('the reader writes a term or silences one: both count', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.append('A mastering engineer and a record producer met the flux capacitor.');
      let come = () => {};
      const brought = new Promise<void>((resolve) => {
        come = resolve;
      });
      const { ask, store, sent, life } = lab.acting(async (offer) => {
        await brought;
        offer();
      });
      await lab.until(() => sent.includes('tab:marks'));
      store({ 'pref:mutedTerms': ['producer'] });
      store({ own: { 'own:abcdefgh': { name: 'Flux capacitor', definition: 'What makes it go.' } } });
      come();
      await lab.until(() => lab.painted() === 2);
      const state = await ask('page:state', {});
      life.abort();
      return state;
    });
    expect(seen).toEqual({
      state: 'marking',
      terms: [
        { id: 'mastering-engineer', count: 1 },
        { id: 'own:abcdefgh', count: 1 },
      ],
    });
  });

  it('the background refuses: the popup is told, and it is asked again', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.append('A mastering engineer came.');
      let refused = 0;
      const { ask, life } = lab.acting(async (offer) => {
        if (refused++ > 0) offer();
        return null;
      });
      await lab.until(() => refused === 1);
      const told = await ask('page:state', {});
      await lab.until(() => lab.painted() === 1);
      const state = await ask('page:state', {});
      life.abort();
      return { told, state: state.state, refused };
    });
    expect(seen).toEqual({ told: { state: 'resting', reason: 'failed' }, state: 'marking', refused: 2 });
  });

  it('the reader steps to a word: the card opens when it has come', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.append('A mastering engineer came.');
      const { ask, life } = lab.acting(async (offer) => {
        await lab.frame();
        offer();
      });
      const { done } = await ask('page:command', { command: 'next-term' });
      const cards = document.querySelectorAll('liner-notes-card').length;
      life.abort();
      return { done, cards };
    });
    expect(seen).toEqual({ done: true, cards: 1 });
  });
});
