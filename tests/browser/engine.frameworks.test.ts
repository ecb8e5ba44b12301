import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askMarks } from '../../browsers/content-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { bundle, onServer } from './engine/bundle.ts';
import { paintedWords } from './engine/painted.ts';

const FRAMEWORKS = ['react', 'preact', 'vue', 'svelte', 'angular'];
const RENDERS = Number(process.env.RENDERS ?? 300);
/** Everything that is said on the console, from the page's first moment. */
const LISTEN = `<script>const said=[];Object.defineProperty(window,'said',{value:said});
  for(const level of ['error','warn'])console[level]=(...words)=>said.push(level+': '+words.map(String).join(' '))</script>`;

/** Angular looks for it first of all in the body: nothing between its server and the page has left comments out. */
const MARK = '<!--nghm-->';

declare const hydrate: (name: string) => Promise<void>;
declare const render: (times: number) => Promise<void>;
declare const said: string[];

/** The words that must be marked, from the text as it is. */
const wordsOf = () =>
  [...document.querySelectorAll('h1, p')].flatMap((block) => block.textContent.match(/mastering engineer/g) ?? []);

describe.each(BROWSERS)('on pages of frameworks, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let extension: Tab;
  let tab: Tab;

  beforeAll(async () => {
    const [script, { html }] = await Promise.all([
      bundle('tests/browser/engine/frameworks-page.ts'),
      onServer<{ html: Record<string, string> }>('tests/browser/engine/frameworks/server.ts'),
    ]);
    server = await serve('tests/fixtures', (path) => {
      if (path === '/frameworks.js') return { body: script, type: 'text/javascript' };
      const app = html[path.slice(1)];
      return app === undefined
        ? undefined
        : {
            body: `<!doctype html><html lang="en"><head><title>Page</title>${LISTEN}</head><body>${app.startsWith(MARK) ? MARK : ''}<div id="app">${app}</div><script src="/frameworks.js"></script>`,
          };
    });
    driver = await launch(name);
    extension = await driver.openExtensionPage('popup.html');
    tab = await driver.open('about:blank');
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const marksAreRight = async (url: string) => {
    const marks = async () => (await askMarks(extension, url)).marks.map(({ surface }) => surface);
    await expect.poll(marks, { timeout: 5000 }).toEqual(await tab.evaluate(wordsOf));
    const painted = await tab.evaluate(paintedWords);
    expect(new Set(painted.map((word) => word.replace(/ in .*/, '')))).toEqual(new Set(['mastering engineer']));
  };

  it.each(FRAMEWORKS)('hydrates without a warning, and the marks follow what is rendered: %s', async (framework) => {
    const url = `${server.origin}/${framework}`;
    tab.errors.length = 0;
    await tab.goto(url);
    await marksAreRight(url);
    await tab.evaluate((framework) => hydrate(framework), framework);
    for (let rendered = 0; rendered < RENDERS; rendered += RENDERS / 3) {
      await tab.evaluate((times) => render(times), RENDERS / 3);
      await marksAreRight(url);
    }
    expect(await tab.evaluate(() => said)).toEqual([]);
    expect(tab.errors).toEqual([]);
  });
});
