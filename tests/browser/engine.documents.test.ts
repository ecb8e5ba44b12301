import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../../browsers/command.ts';
import { askState } from '../../browsers/content-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { pointOf } from '../../browsers/point-of.ts';
import { closed, opened } from './card/stage.ts';
import { DOCUMENTS, FRAME, FRAMESET } from './engine/documents.ts';
import { inEveryFrame } from './engine/every-frame.ts';
import { listening, observable } from './engine/observable.ts';

const NAMES = Object.keys(DOCUMENTS);
/** Where Firefox lets no content script run: in its viewers, and in what it offers to other programs. */
const OUT_OF_REACH = ['json', 'pdf', 'rss'];
/** The tree that shows the document, as a script of the page sees it. */
const treeOf = () => ({ tree: document.documentElement?.outerHTML ?? '', marks: CSS.highlights.size });

describe.each(BROWSERS)('on documents that are no pages, in %s', (name) => {
  let server: Server;
  let withUs: Driver;
  let without: Driver;
  let ours: Tab;
  let theirs: Tab;
  let extension: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => {
      if (path === '/frameset') return FRAMESET;
      if (path === '/quiet') return { body: listening('Nobody said a word of it, and that was the end of the day.') };
      if (path === '/marked') return { body: listening('The mastering engineer loved the music of the album.') };
      return path === '/frame' ? FRAME : DOCUMENTS[decodeURIComponent(path.slice(1))];
    });
    [withUs, without] = await Promise.all([launch(name), launch(name, { extension: null })]);
    extension = await withUs.openExtensionPage('popup.html');
  }, 120_000);
  // Out of a tab that showed a PDF the driver does not always find its way to the next document.
  beforeEach(async () => {
    [ours, theirs] = await Promise.all([withUs.open('about:blank'), without.open('about:blank')]);
  });
  afterEach(async () => {
    await Promise.all([ours?.close(), theirs?.close()]);
  });
  afterAll(async () => {
    await Promise.all([withUs?.close(), without?.close()]);
    await server?.close();
  });

  it.each(NAMES)('%s is shown as if we were not there', async (kind) => {
    const url = `${server.origin}/${encodeURIComponent(kind)}`;
    const [mine, plainly] = await Promise.allSettled([ours.goto(url), theirs.goto(url)]);
    expect(mine.status).toBe(plainly.status);
    // Chromium downloads what it cannot show, MathML for one.
    if (plainly.status === 'rejected') return;
    // Where a content script runs, it says that this is no page; by then it has done what it ever does.
    const isOut = name === 'firefox' && OUT_OF_REACH.includes(kind);
    if (isOut) expect(await askState(extension, url)).toBeNull();
    else await expect.poll(() => askState(extension, url)).toEqual({ state: 'nothing', reason: 'not-html' });
    const shown = await ours.evaluate(treeOf);
    expect(shown.marks).toBe(0);
    // The viewers of PDF are programs, busy for a while: no two moments of theirs are alike.
    if (kind !== 'pdf') {
      expect(shown.tree).toBe((await theirs.evaluate(treeOf)).tree);
      expect((await ours.screenshot()).equals(await theirs.screenshot())).toBe(true);
    }
    expect(ours.errors).toEqual([]);
  });

  it('marks the pages in a set of frames, and no plain text there', async () => {
    await ours.goto(`${server.origin}/frameset`);
    const marks = () => [window.name, CSS.highlights.get('liner-notes-mark')?.size ?? 0] as const;
    await expect
      .poll(async () => Object.fromEntries(await inEveryFrame(withUs, ours, marks)))
      .toMatchObject({ left: 2, right: 0 });
    expect(ours.errors).toEqual([]);
  });

  it('cannot be noticed by a page with nothing to mark', async () => {
    const url = `${server.origin}/quiet`;
    await Promise.all([ours.goto(url), theirs.goto(url)]);
    await expect.poll(() => askState(extension, url)).toEqual({ state: 'nothing', reason: 'not-musical' });
    const alone = await theirs.evaluate(observable, withUs.origin);
    expect(alone.reached).toEqual([]);
    expect(await ours.evaluate(observable, withUs.origin)).toEqual(alone);
  });

  it('is noticed by a page with marks only where those are registered, before a card and after', async () => {
    const url = `${server.origin}/marked`;
    await Promise.all([ours.goto(url), theirs.goto(url)]);
    await ours.bringToFront();
    await ours.waitFor(isMarked);
    const { x, y } = await ours.evaluate(pointOf, 'mastering engineer');
    const rest = async () => {
      await ours.move(x, y + 60);
      await ours.move(x, y, 6);
    };
    const look = (tab: Tab) => tab.evaluate(observable, withUs.origin);
    const alone = await look(theirs);
    expect(alone).toMatchObject({ reached: [], highlights: [] });
    const marked = { ...alone, highlights: ['liner-notes-mark'] };
    expect(await look(ours)).toEqual(marked);
    for (const open of [rest, () => command(withUs, ours, 'next-term')]) {
      await open();
      await opened(ours);
      await ours.press('Escape');
      await closed(ours);
      expect(await look(ours)).toEqual(marked);
    }
  });
});
