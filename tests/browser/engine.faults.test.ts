import { expect, it } from 'vitest';
import type { Lab } from './engine/lab.ts';
import { describeLab } from './engine/lab-stage.ts';

declare const lab: Lab;

describeLab('when something of ours throws', (tab) => {
  it('leaves no mark of the slice that threw, and begins anew', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = '<p>A mastering engineer.</p>'.repeat(20);
      let ill = false;
      const judge = { ...lab.judge };
      judge.judge = (...given) => {
        if (ill) throw new Error('ill');
        return lab.judge.judge(...given);
      };
      const { engine, end, errors, states } = lab.start({ judge, limits: { recover: 50 } });
      await lab.until(() => lab.painted() === 20);
      await engine.idle();
      ill = true;
      document.body.append('Another mastering engineer.');
      await lab.until(() => errors.length > 0);
      const left = lab.painted();
      const state = engine.state();
      ill = false;
      await lab.until(() => lab.painted() === 21 && states.length === 3);
      end.abort();
      return { left, state, errors, states };
    });
    expect(seen).toEqual({
      left: 0,
      state: { state: 'resting', reason: 'failed' },
      errors: ['Error: ill'],
      states: ['marking', 'resting', 'marking'],
    });
    expect(tab().errors).toEqual([]);
  });

  it('gives up after the third time: no marks, no work, the popup told', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = '<p>A mastering engineer.</p>';
      let asked = 0;
      const judge = { ...lab.judge };
      judge.judge = () => {
        asked++;
        throw new Error('ill');
      };
      const { engine, errors } = lab.start({ judge, limits: { recover: 20 } });
      await lab.until(() => errors.length === 3);
      await lab.eachFrame(200, () => document.body.append('A mastering engineer.'));
      return { asked, painted: lab.painted(), state: engine.state(), errors: errors.length };
    });
    expect(seen).toEqual({ asked: 3, painted: 0, state: { state: 'resting', reason: 'failed' }, errors: 3 });
    expect(tab().errors).toEqual([]);
  });

  it.each(['sweep', 'facts', 'observer'])('is whole again after a throw in the %s', async (where) => {
    const seen = await tab().evaluate(async (where) => {
      document.title = 'A record';
      document.body.innerHTML = '<p>A mastering engineer.</p>'.repeat(where === 'observer' ? 60 : 1);
      const { engine, end, errors } = lab.start({ limits: { recover: 20, settleAfter: 20 } });
      await lab.until(() => lab.painted() > 0);
      await engine.idle();
      if (where === 'observer') {
        for (const p of document.querySelectorAll('p')) p.style.marginBottom = '2000px';
        await lab.until(() => lab.painted() < 10);
      }
      let ill = true;
      // Each of these is asked by one part only: the sweep, the facts, what the IntersectionObserver calls.
      const [of, name] = {
        sweep: [TreeWalker.prototype, 'nextNode'],
        facts: [Document.prototype, 'title'],
        observer: [Highlight.prototype, 'add'],
      }[where as 'sweep'] as [object, string];
      const before = Object.getOwnPropertyDescriptor(of, name)!;
      const trap = (real: () => unknown) =>
        function (this: unknown, ...given: []) {
          if (!ill) return real.apply(this, given);
          ill = false;
          throw new Error('ill');
        };
      Object.defineProperty(of, name, {
        ...before,
        ...(before.get ? { get: trap(before.get as () => unknown) } : { value: trap(before.value) }),
      });
      document.body.prepend(document.createElement('hr'));
      scrollTo(0, 20_000);
      await lab.until(() => errors.length > 0);
      Object.defineProperty(of, name, before);
      await lab.until(() => lab.painted() > 0);
      await engine.idle();
      const host = document.body.appendChild(document.createElement('div'));
      await engine.idle();
      host.attachShadow({ mode: 'open' }).textContent = 'Late, a mastering engineer.';
      const count = engine.marks.every().length;
      await engine.idle();
      const after = engine.marks.every().length - count;
      end.abort();
      return { after, errors };
    }, where);
    expect(seen).toEqual({ after: 1, errors: ['Error: ill'] });
    expect(tab().errors).toEqual([]);
  });
});
