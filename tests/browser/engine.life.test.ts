import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';

const KEY = 'liner-notes-mark';
const SAID = '<p>The mastering engineer came late.</p>';
const PAGES: Record<string, string> = {
  '/plain': SAID,
  '/frames': `<iframe srcdoc="${SAID}"></iframe><iframe id="blank"></iframe><iframe id="blob"></iframe><script>
    blank.contentDocument.body.innerHTML = '${SAID}';
    blob.src = URL.createObjectURL(new Blob(['<html lang="en">${SAID}'], { type: 'text/html' }));
  </script>`,
  '/next': '<p>Nothing here.</p>',
  '/german': '<script>document.documentElement.lang = "de"</script><p>Der mastering engineer kam zu spät.</p>',
};

describe.each(BROWSERS)('while a page lives, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) =>
      PAGES[path] ? { body: `<!doctype html><html lang="en"><title>Page</title><body>${PAGES[path]}` } : undefined,
    );
    driver = await launch(name);
    tab = await driver.open('about:blank');
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const marked = (count: number) =>
    tab.waitFor((key, count) => (CSS.highlights.get(key)?.size ?? 0) === count, KEY, count);

  it('marks again what the page clears, deletes or overwrites, and leaves the page its own highlights', async () => {
    await tab.goto(`${server.origin}/plain`);
    await marked(1);
    for (const war of ['clear', 'delete', 'set', 'empty']) {
      const mine = await tab.evaluate(
        (key, war) => {
          if (war === 'clear') CSS.highlights.clear();
          if (war === 'delete') CSS.highlights.delete(key);
          if (war === 'set') CSS.highlights.set(key, new Highlight());
          if (war === 'empty') CSS.highlights.get(key)?.clear();
          CSS.highlights.set('mine', new Highlight());
          return CSS.highlights.has('mine');
        },
        KEY,
        war,
      );
      const start = Date.now();
      await marked(1);
      expect(Date.now() - start).toBeLessThan(2000);
      expect(mine && (await tab.evaluate(() => CSS.highlights.has('mine')))).toBe(true);
    }
    expect(tab.errors).toEqual([]);
  });

  it('never leaves a mark on text that has changed', async () => {
    await tab.goto(`${server.origin}/plain`);
    await marked(1);
    const stale = await tab.evaluate(async (key) => {
      const text = document.querySelector('p')!.firstChild as Text;
      text.data = 'A baker came early, and nobody minded.';
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return CSS.highlights.get(key)?.size ?? 0;
    }, KEY);
    expect(stale).toBe(0);
    await tab.evaluate(() => {
      document.querySelector('p')!.append(' The mastering engineer did.');
    });
    await marked(1);
  });

  it('follows the language declared nearest to a text, as it changes', async () => {
    await tab.goto(`${server.origin}/german`);
    await tab.evaluate((said) => {
      document.body.insertAdjacentHTML('beforeend', `<blockquote lang="en" id="quote">${said}</blockquote>`);
    }, SAID);
    await marked(1);
    await tab.evaluate(() => {
      document.getElementById('quote')!.lang = 'nl';
    });
    await marked(0);
    await tab.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    await marked(1);
    expect(tab.errors).toEqual([]);
  });

  it('marks in frames that have no address of their own', async () => {
    await tab.goto(`${server.origin}/frames`);
    await tab.waitFor(
      (key) =>
        [...document.querySelectorAll('iframe')].every(
          ({ contentWindow }) => (contentWindow as unknown as { CSS: typeof CSS }).CSS.highlights.get(key)?.size === 1,
        ),
      KEY,
    );
  });

  it('is right again when the reader comes back to the page', async () => {
    await tab.goto(`${server.origin}/plain`);
    await marked(1);
    await tab.goto(`${server.origin}/next`);
    await tab.back();
    await marked(1);
    expect(tab.errors).toEqual([]);
  });
});
