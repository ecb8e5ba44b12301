import { expect, it } from 'vitest';
import type { Lab } from './engine/lab.ts';
import { describeLab } from './engine/lab-stage.ts';

declare const lab: Lab;

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
      await engine.ready;
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
      await engine.counted();
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
});
