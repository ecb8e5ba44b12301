import { expect, it } from 'vitest';
import type { Lab } from './engine/lab.ts';
import { describeLab } from './engine/lab-stage.ts';

declare const lab: Lab;

/** What `PlaceWatch` holds while it puts places on shelves. */
interface Watching {
  next: { ends: Map<Element, unknown> } | null;
}

const SAID = 'The mastering engineer heard the album.';
const PAGES: Record<string, string> = {
  'one paragraph after the other': `<p>${SAID}</p>`.repeat(3000),
  'sections of a few': `<section><h3>Part</h3><div><p>${SAID}</p><p>And so on.</p></div></section>`.repeat(1500),
  'a long table beside a long list': `<div style="display:flex"><table>${`<tr><td>1<td><b>${SAID}</b>`.repeat(1500)}</table><ul>${`<li>${SAID}</li>`.repeat(1500)}</ul></div>`,
  columns: `<div style="columns:3">${`<p>${SAID}</p>`.repeat(1500)}</div>`,
  'hidden ones among them': `<p hidden>${SAID}</p><p>${SAID}</p><p>${SAID}</p><p hidden>${SAID}</p>`.repeat(800),
  'a scroller within the page': `<div id="box" style="height:500px;overflow:auto">${`<p>${SAID}</p>`.repeat(1500)}</div>`,
  'one element with line breaks': `<div>${`${SAID}<br>`.repeat(600)}</div>`,
  'one paragraph without end': `<p>${`${SAID} `.repeat(300)}</p>`,
};

describeLab('on a page with thousands of marks', (tab) => {
  it.each(Object.entries(PAGES))('registers those near the viewport and few others: %s', async (_, html) => {
    const seen = await tab().evaluate(async (html) => {
      document.body.innerHTML = html;
      const { engine, end, errors } = lab.start({ limits: { counting: 20_000 } });
      await engine.completion.ready();
      const scroller = document.getElementById('box') ?? document.documentElement;
      const ruler = new Range();
      /** Texts in the viewport that have a term and no mark. */
      const bare = () => {
        const marked = new Set(lab.said().map(({ node, start }) => `${lab.idOf(node)} ${start}`));
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let bare = 0;
        let shown = 0;
        while (texts.nextNode()) {
          const text = texts.currentNode as Text;
          const box = text.parentElement!.getBoundingClientRect();
          if (box.bottom < 0 || box.top > innerHeight || box.height === 0) continue;
          for (let at = text.data.indexOf('mastering'); at >= 0; at = text.data.indexOf('mastering', at + 1)) {
            ruler.setStart(text, at);
            ruler.setEnd(text, at + 9);
            const { top, bottom } = ruler.getBoundingClientRect();
            if (bottom < 0 || top > innerHeight) continue;
            shown++;
            if (!marked.has(`${lab.idOf(text)} ${at}`)) bare++;
          }
        }
        ruler.selectNode(document.body);
        ruler.collapse();
        return shown ? bare : -1;
      };
      const outcome: { at: number; bare: number; registered: number }[] = [];
      const height = scroller.scrollHeight - scroller.clientHeight;
      for (const at of [0, 0.5, 0.51, 0.1, 1, 0]) {
        scroller.scrollTop = at * height;
        // What the test itself measures is dear: not in each frame.
        for (let wait = 0; wait < 40; wait++) {
          for (let i = 0; i < 8; i++) await lab.frame();
          if (bare() === 0) break;
        }
        outcome.push({ at, bare: bare(), registered: lab.painted() });
      }
      // From here on all of the page is known.
      await engine.completion.counted();
      outcome.push({ at: -1, bare: bare(), registered: lab.painted() });
      // New text in the middle of it all.
      const text = document.caretPositionFromPoint(60, 60)!.offsetNode as Text;
      const other = new Text(' Another mastering engineer.');
      text.after(other);
      const isMarked = () => lab.said().some(({ node }) => node === other);
      await lab.until(isMarked, 3000).catch(() => {});
      const grown = isMarked();
      end.abort();
      return { outcome, errors, grown, left: lab.painted() };
    }, html);
    expect(seen.outcome.map(({ bare }) => bare)).toEqual(seen.outcome.map(() => 0));
    expect(Math.max(...seen.outcome.map(({ registered }) => registered))).toBeLessThan(1000);
    expect(seen).toMatchObject({ errors: [], grown: true, left: 0 });
  });

  it('registers those near the viewport also where the page changes while they are sorted', async () => {
    const seen = await tab().evaluate(async (said) => {
      document.body.innerHTML = `<p>${said}</p>`.repeat(3000);
      // Each step is a task of its own: the page has its turn hundreds of times while the places are sorted.
      const { engine, end, errors } = lab.start({ limits: { ...lab.soon, slice: 0, patience: 0, share: 1 } });
      let changes = 0;
      let moved = 0;
      const watching = () =>
        (engine as unknown as { marker: { marking: { display: { near: { watching: Watching } } } } | null }).marker
          ?.marking.display.near.watching;
      const change = () => {
        // What ends a shelf stands on none yet, and is moved far away.
        const end = [...(watching()?.next?.ends.keys() ?? [])].at(-1);
        if (end && moved < 20) {
          document.body.append(end);
          moved++;
        }
        const rows = document.body.children;
        const at = (changes * 37) % (rows.length - 3);
        rows[at]!.remove();
        rows[at + 1]!.after(rows[at]!.cloneNode(true));
        rows[at]!.remove();
        changes++;
      };
      const busy = setInterval(change);
      await engine.completion.readAll(20_000);
      await lab.until(() => changes > 300 && moved > 0);
      clearInterval(busy);
      await engine.completion.idle();
      const unmarked = () => {
        const marked = new Set(lab.said().map(({ node }) => node.parentElement));
        const inView = [...document.querySelectorAll('p')].filter((p) => {
          const { top, bottom } = p.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
        return inView.length > 0 && inView.filter((p) => !marked.has(p)).length;
      };
      const outcome: unknown[] = [];
      for (const at of [0.3, 0.8, 0.05]) {
        scrollTo(0, at * document.documentElement.scrollHeight);
        await lab.until(() => unmarked() === 0).catch(() => {});
        outcome.push(unmarked());
      }
      const registered = lab.painted();
      const isFresh = lab.isFresh(engine);
      end.abort();
      return { outcome, registered, isFresh, errors };
    }, SAID);
    expect(seen.outcome).toEqual([0, 0, 0]);
    expect(seen.registered).toBeLessThan(1000);
    expect([seen.isFresh, seen.errors]).toEqual([true, []]);
  });
});
