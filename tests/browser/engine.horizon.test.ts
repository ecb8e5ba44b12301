import { expect, it } from 'vitest';
import { clickOn } from '../../browsers/by-hand.ts';
import type { Lab } from './engine/lab.ts';
import { describeLab } from './engine/lab-stage.ts';

declare const lab: Lab;

/** In the page: a long page of paragraphs with two marks each, read as a reader meets it. */
const PAGE = `
  globalThis.paragraphs = (count) => Array.from({ length: count }, (_, i) => '<p>Paragraph ' + i + ' tells how the mastering engineer listened twice to the whole album before the record producer said a word about it.</p>').join('');
  globalThis.inView = () => lab.said().filter(({ node }) => {
    const { top, bottom } = node.parentElement.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }).length;
  globalThis.read = (engine) => lab.insides(engine).scan.known.byNode.size;
`;

declare const paragraphs: (count: number) => string;
declare const inView: () => number;
declare const read: (engine: ReturnType<Lab['start']>['engine']) => number;

describeLab('what is read of a long page', (tab) => {
  const open = () => tab().evaluate((code) => new Function(code)(), PAGE);

  it('is what the reader sees and a little more, until all is asked for', async () => {
    await open();
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = paragraphs(2000);
      const { engine, end } = lab.start({ limits: { ...lab.soon, counting: 20_000 } });
      await engine.completion.ready();
      await engine.completion.rested();
      const atFirst = read(engine);
      await engine.completion.counted();
      const [counted, sum] = [read(engine), engine.state()];
      end.abort();
      return { atFirst, counted, sum };
    });
    expect(seen.atFirst).toBeGreaterThan(30);
    expect(seen.atFirst).toBeLessThan(600);
    expect(seen.counted).toBe(2000);
    expect(seen.sum).toMatchObject({ state: 'marking' });
    const { terms } = seen.sum as { terms: { id: string; count: number }[] };
    expect(Object.fromEntries(terms.map(({ id, count }) => [id, count]))).toMatchObject({
      'mastering-engineer': 2000,
      producer: 2000,
    });
  });

  it('follows the reader down the page, also in one leap', async () => {
    await open();
    const painted = await tab().evaluate(async () => {
      document.body.innerHTML = paragraphs(3000);
      const { engine, end } = lab.start();
      await engine.completion.ready();
      const seen: number[] = [];
      for (const part of [0.002, 0.01, 0.5, 1, 0.3]) {
        scrollTo(0, part * document.documentElement.scrollHeight);
        await lab.frame();
        await lab.until(() => inView() > 5);
        seen.push(inView());
      }
      end.abort();
      return seen;
    });
    expect(painted).toHaveLength(5);
  });

  it('follows the reader in a scroller of the page’s own, also in one leap', async () => {
    await open();
    const painted = await tab().evaluate(async () => {
      document.body.innerHTML = `<div style="height:400px;overflow:auto" id="pane">${paragraphs(3000)}</div>`;
      const { engine, end } = lab.start({ limits: lab.soon });
      await engine.completion.ready();
      await engine.completion.rested();
      const atFirst = read(engine);
      const pane = document.querySelector('#pane')!;
      const seen: number[] = [];
      for (const part of [0.01, 0.6, 1]) {
        pane.scrollTop = part * pane.scrollHeight;
        await lab.frame();
        await lab.until(() => inView() > 5);
        seen.push(inView());
      }
      end.abort();
      return { atFirst, seen };
    });
    expect(painted.atFirst).toBeLessThan(1500);
    expect(painted.seen).toHaveLength(3);
  });

  it.each([
    [
      'a column beside',
      '<div style="display:flex"><main style="flex:3">MAIN</main><aside style="flex:1">LATE</aside></div>',
    ],
    [
      'a column beside, in the middle of the window',
      '<div style="max-width:500px;margin:auto;display:flex"><main>MAIN</main><aside style="flex:none;width:100px">LATE</aside></div>',
    ],
    [
      'a column that floats',
      '<div><main style="float:left;width:70%">MAIN</main><aside style="float:right;width:25%">LATE</aside></div>',
    ],
    [
      'a bar that is fixed',
      '<main>MAIN</main><footer style="height:50px"><div style="position:fixed;bottom:0;left:0;width:100%;height:80px;background:white">LATE</div></footer>',
    ],
    [
      'what is shown in reverse',
      '<div style="display:flex;flex-direction:column-reverse"><main>MAIN</main><header>LATE</header></div>',
    ],
    [
      'a box without a box',
      '<div style="display:contents"><main>MAIN</main></div><div style="position:absolute;top:20px;display:block">LATE</div>',
    ],
  ])('holds %s, however late it stands in the tree', async (_, html) => {
    await open();
    const seen = await tab().evaluate(async (html) => {
      const late = '<p id="late">The mixing engineer and the songwriter of this album came.</p>';
      document.body.innerHTML = html.replace('MAIN', paragraphs(3000)).replace('LATE', late);
      const { engine, end } = lab.start();
      await engine.completion.ready();
      const text = document.querySelector('#late')!.firstChild!;
      await lab.until(() => lab.said().some(({ node }) => node === text));
      const [words, all] = [lab.said().filter(({ node }) => node === text).length, read(engine)];
      end.abort();
      return { words, all };
    }, html);
    expect(seen.words).toBeGreaterThanOrEqual(2);
    expect(seen.all).toBeLessThan(1500);
  });

  it.each([
    ['before it is read', { settleAfter: 0, slice: 0.2 }, 0],
    ['while what marks is on its way', { settleAfter: 50 }, 300],
  ])('is what stands in other columns too, when the page settles %s', async (_, limits, comesAfter) => {
    await open();
    const found = await tab().evaluate(
      async (limits, comesAfter) => {
        document.body.innerHTML = `<main style="columns:3">${paragraphs(3000)}</main>`;
        const { engine, end } = lab.start({ limits, opened: () => lab.after(comesAfter) });
        await engine.completion.ready();
        const there = [...document.querySelectorAll('p')].find((p) => {
          const { left, top } = p.getBoundingClientRect();
          return left > innerWidth / 2 && top > innerHeight / 2;
        })!;
        await lab.until(() => lab.said().some(({ node }) => node.parentNode === there));
        const all = read(engine);
        end.abort();
        return all;
      },
      limits,
      comesAfter,
    );
    expect(found).toBeLessThan(1500);
  });

  it('comes to its end however often it is looked what is near', async () => {
    await open();
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = `<div style="max-width:600px;margin:auto;display:flex"><main>${paragraphs(400)}</main><aside>${paragraphs(9)}</aside></div>`;
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, ahead: 300 } });
      await engine.completion.ready();
      const { scan } = lab.insides(engine);
      for (const part of [0, 0.3, 0.9, 0.1]) {
        scrollTo(0, part * document.documentElement.scrollHeight);
        for (let i = 0; i < 20; i++) {
          scan.horizon.look();
          await Promise.resolve();
        }
        await lab.until(() => inView() > 5);
      }
      await engine.completion.idle();
      const texts = read(engine);
      end.abort();
      return { texts, whole: scan.isWhole, errors };
    });
    expect(seen).toEqual({ texts: 409, whole: true, errors: [] });
  });

  it('holds what a click brings into view', async () => {
    await open();
    await tab().evaluate(() => {
      document.body.innerHTML = `<button style="height:40px">Other</button><div id="one">${paragraphs(1000)}</div><div id="two" hidden>${paragraphs(4)}</div>`;
      const [one, two] = [document.querySelector<HTMLElement>('#one')!, document.querySelector<HTMLElement>('#two')!];
      document.querySelector('button')!.addEventListener('click', () => {
        one.hidden = true;
        two.hidden = false;
      });
      const { engine } = lab.start();
      return engine.completion.ready();
    });
    await clickOn(tab(), 'button');
    await tab().waitFor(() => lab.said().some(({ node }) => document.querySelector('#two')!.contains(node)));
  });

  it('is all of it where nothing is found at the beginning', async () => {
    await open();
    const state = await tab().evaluate(async () => {
      const plain = '<p>It rained on the day after, and nobody went out for a walk that had no need to.</p>'.repeat(
        1000,
      );
      document.body.innerHTML = plain + paragraphs(3);
      const { engine, end } = lab.start();
      await engine.completion.ready();
      const state = engine.state();
      end.abort();
      return state;
    });
    expect(state).toMatchObject({ state: 'marking' });
  });

  it('stays right while what is unread changes', async () => {
    await open();
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = paragraphs(2000);
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, counting: 20_000 } });
      await engine.completion.ready();
      await engine.completion.rested();
      const all = [...document.querySelectorAll('p')];
      const before = read(engine);
      for (const p of all.slice(1000, 1200)) p.remove();
      for (const p of all.slice(1300, 1310)) p.textContent = 'A songwriter wrote this song for the band.';
      await engine.completion.rested();
      const after = read(engine);
      all[1305]!.scrollIntoView();
      await lab.until(() => lab.said().some(({ node }) => node.parentNode === all[1305]));
      await engine.completion.counted();
      const { terms } = engine.state() as { terms: { id: string; count: number }[] };
      end.abort();
      return { before, after, terms, errors };
    });
    expect(seen.errors).toEqual([]);
    // Nobody looks there: it costs nothing.
    expect(seen.after).toBe(seen.before);
    expect(Object.fromEntries(seen.terms.map(({ id, count }) => [id, count]))).toMatchObject({
      'mastering-engineer': 1790,
      songwriter: 10,
    });
  });

  it('stays right where what was read has grown into what is unread', async () => {
    await open();
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = `<main style="line-height:3000px"><p>One mastering engineer heard the whole album.</p>Then came <p>Nobody.</p>${paragraphs(50)}</main>`;
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, ahead: 20 } });
      await engine.completion.ready();
      await engine.completion.rested();
      const atFirst = read(engine);
      const [p] = document.querySelectorAll('p');
      const tail = p!.nextSibling as Text;
      p!.replaceWith(...p!.childNodes);
      await engine.completion.rested();
      const joined = read(engine);
      tail.data = ' And the songwriter of this album came.';
      await engine.completion.rested();
      const terms = engine.marks!.every().map(({ term }) => term);
      end.abort();
      return { atFirst, joined, after: read(engine), terms, errors };
    });
    expect(seen).toMatchObject({ atFirst: 1, joined: 2, errors: [] });
    expect(seen.terms).toContain('songwriter');
  });

  it('stays right when what is unread is read by the very script that has just changed the page', async () => {
    await open();
    const seen = await tab().evaluate(async () => {
      document.body.innerHTML = `<main style="line-height:3000px"><p>One mastering engineer heard the album.</p>${paragraphs(3)}<section></section></main>`;
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, ahead: 20 } });
      await engine.completion.ready();
      await engine.completion.rested();
      const atFirst = read(engine);
      // Known where it stood, and moved to where no one has looked yet: only that it has left will be told.
      const text = document.querySelector('p')!.firstChild!;
      document.querySelector('section')!.attachShadow({ mode: 'open' }).append(text);
      await engine.completion.idle();
      const isFresh = lab.isFresh(engine);
      end.abort();
      return { atFirst, isFresh, errors };
    });
    expect(seen).toEqual({ atFirst: 1, isFresh: true, errors: [] });
  });
});
