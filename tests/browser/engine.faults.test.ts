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
      const { engine, end, errors, states } = lab.start({ judge, limits: { ...lab.soon, recover: 50 } });
      await lab.until(() => lab.painted() === 20);
      await engine.completion.idle();
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

  it('asks again for what marks when it could not be brought, and tells the popup meanwhile', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = '<p>A mastering engineer.</p>';
      let refused = 0;
      const opened = async () => {
        if (refused++ < 2) throw new Error('not brought');
      };
      const { engine, end, errors, states } = lab.start({ opened, limits: { bringAgain: 20 } });
      await lab.until(() => errors.length === 1);
      const state = engine.state();
      await lab.until(() => lab.painted() === 1);
      await engine.completion.idle();
      end.abort();
      return { state, errors, states };
    });
    expect(seen).toEqual({
      state: { state: 'resting', reason: 'failed' },
      errors: ['Error: not brought', 'Error: not brought'],
      states: ['resting', 'marking'],
    });
    expect(tab().errors).toEqual([]);
  });

  it.each(['too-costly', 'failed'])(
    'tells when a rest (%s) ends on a page with nothing left to mark',
    async (reason) => {
      const seen = await tab().evaluate(async (reason) => {
        document.body.innerHTML = '<p>A mastering engineer.</p>';
        const { engine, end, states } = lab.start({ limits: { ...lab.soon, recover: 50, rest: 50 } });
        await lab.until(() => lab.painted() === 1);
        await engine.completion.idle();
        const inside = engine as unknown as Record<'fail' | 'rest', (why: unknown, ms?: number) => void>;
        if (reason === 'failed') inside.fail(new Error('ill'));
        else inside.rest(reason, 50);
        document.body.innerHTML = '<p>Nobody came.</p>';
        await lab.until(() => states.length === 3);
        end.abort();
        return states;
      }, reason);
      expect(seen).toEqual(['marking', 'resting', 'nothing']);
    },
  );

  it('lets nobody wait longer than told for what is on its way', async () => {
    const ms = await tab().evaluate(async () => {
      document.body.innerHTML = '<p>A mastering engineer.</p>';
      const { engine, end } = lab.start({ opened: () => new Promise(() => {}) });
      const start = performance.now();
      await engine.completion.readAll(50);
      const ms = performance.now() - start;
      end.abort();
      return ms;
    });
    expect(ms).toBeGreaterThan(45);
    expect(ms).toBeLessThan(3000);
  });

  it('is not disturbed by what comes when all is over', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = '<p>A mastering engineer.</p>';
      let bring = () => {};
      const brought = new Promise<void>((resolve) => {
        bring = resolve;
      });
      let asked = () => {};
      const isAsked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const opened = () => {
        asked();
        return brought;
      };
      const { engine, end, errors } = lab.start({ opened });
      let ready = false;
      void engine.completion.ready().then(() => {
        ready = true;
      });
      await isAsked;
      await lab.frame();
      const before = ready;
      end.abort();
      bring();
      await engine.completion.ready();
      await lab.frame();
      return { before, ready, painted: lab.painted(), errors };
    });
    expect(seen).toEqual({ before: false, ready: true, painted: 0, errors: [] });
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
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, recover: 20 } });
      await lab.until(() => lab.painted() > 0);
      await engine.completion.idle();
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
      await engine.completion.idle();
      const host = document.body.appendChild(document.createElement('div'));
      await engine.completion.idle();
      host.attachShadow({ mode: 'open' }).textContent = 'Late, a mastering engineer.';
      const count = engine.marks!.every().length;
      await engine.completion.idle();
      const after = engine.marks!.every().length - count;
      end.abort();
      return { after, errors };
    }, where);
    expect(seen).toEqual({ after: 1, errors: ['Error: ill'] });
    expect(tab().errors).toEqual([]);
  });

  it.each(['a card that asks', 'the popup that asks'])(
    'is whole again after a throw in what is read by %s',
    async (by) => {
      const seen = await tab().evaluate(async (by) => {
        document.body.innerHTML = '<p>A mastering engineer.</p>';
        const { engine, end, errors } = lab.start({ limits: { ...lab.soon, recover: 20 } });
        await lab.until(() => lab.painted() === 1);
        await engine.completion.idle();
        const before = globalThis.getComputedStyle;
        const { x, y } = document.body.firstElementChild!.getBoundingClientRect();
        globalThis.getComputedStyle = () => {
          throw new Error('ill');
        };
        // Else the count of a moment ago would do.
        if (by.includes('popup')) engine.setMarking(lab.marking);
        const answer = by.includes('card') ? engine.marks!.at(x + 40, y + 5) : engine.state();
        const painted = lab.painted();
        globalThis.getComputedStyle = before;
        await lab.until(() => lab.painted() === 1);
        const at = engine.marks!.at(x + 40, y + 5)?.surface;
        end.abort();
        return { answer, painted, errors, at };
      }, by);
      const answer = by.includes('card') ? null : { state: 'resting', reason: 'failed' };
      expect(seen).toEqual({ answer, painted: 0, errors: ['Error: ill'], at: 'mastering engineer' });
      expect(tab().errors).toEqual([]);
    },
  );
});

describeLab('when the card throws', (tab) => {
  it('leaves with all that it had shown, and the marks stay; after the third time it is offered no more', async () => {
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = '<p>A mastering engineer, a record producer.</p>';
      const { engine, end, errors } = lab.start();
      await lab.until(() => lab.painted() === 2);
      let ill = false;
      let asked = 0;
      const thrown: string[] = [];
      const card = lab.attachCard({
        marks: engine.marks!,
        table() {
          asked++;
          return lab.cardTable();
        },
        signal: end.signal,
        ...lab.cardAlone,
        failed: (error) => thrown.push(String(error)),
      });
      const hosts = () => document.querySelectorAll('liner-notes-card').length;
      const { showPopover } = HTMLElement.prototype;
      HTMLElement.prototype.showPopover = function () {
        if (ill) throw new Error('ill');
        showPopover.call(this);
      };
      const first = [card.command('next-term', true), hosts()];
      ill = true;
      const outcomes: unknown[] = [];
      for (let time = 0; time < 3; time++) outcomes.push([card.command('next-term', true), hosts(), lab.painted()]);
      ill = false;
      const before = asked;
      const after = [card.command('next-term', true), hosts(), asked - before];
      document.body.append('Another mastering engineer.');
      await lab.until(() => lab.painted() === 3);
      const { state } = engine.state();
      const current = CSS.highlights.has('liner-notes-current');
      HTMLElement.prototype.showPopover = showPopover;
      end.abort();
      return { first, outcomes, after, thrown, errors, state, current };
    });
    expect(seen).toEqual({
      first: [true, 1],
      outcomes: Array(3).fill([false, 0, 2]),
      after: [false, 0, 0],
      thrown: Array(3).fill('Error: ill'),
      errors: [],
      state: 'marking',
      current: false,
    });
    expect(tab().errors).toEqual([]);
  });
});
