import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askMarks } from '../../browsers/content-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { bundle } from './engine/bundle.ts';
import { paintedWords } from './engine/painted.ts';

const EDITORS = [
  'prosemirror',
  'codemirror',
  'quill',
  'lexical',
  'tiptap',
  'ckeditor',
  'contenteditable',
  'plaintext',
  'textarea',
  'designmode',
];
const TYPED = ' The mastering engineer and the record producer mixed the album.';

interface Editors {
  editors: { names: string[]; contents(name: string): object; place(name: string): { x: number; y: number } };
}
const namesIn = () => (globalThis as unknown as Editors).editors.names;
const contentsIn = (name: string) => (globalThis as unknown as Editors).editors.contents(name);
const placeIn = (name: string) => (globalThis as unknown as Editors).editors.place(name);

/** What an editor holds after each step that a hand makes. */
async function edit(tab: Tab, name: string): Promise<object[]> {
  const steps = [await tab.evaluate(contentsIn, name)];
  const { x, y } = await tab.evaluate(placeIn, name);
  await tab.click(x, y);
  await tab.press('End', ['Control']);
  // Editors hear of the caret a moment later, and count a step of their history by it.
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await tab.type(TYPED);
  steps.push(await tab.evaluate(contentsIn, name));
  // The pointer rests on the words.
  await tab.move(x + 30, y + 2, 3);
  await tab.press('Backspace');
  await tab.type('s.');
  steps.push(await tab.evaluate(contentsIn, name));
  for (const key of ['z', 'z', 'z', 'y']) {
    await tab.press(key, ['Control']);
    steps.push(await tab.evaluate(contentsIn, name));
  }
  return steps;
}

describe.each(BROWSERS)('beside editors, in %s', (name) => {
  let server: Server;
  let withUs: Driver;
  let without: Driver;
  let ours: Tab;
  let theirs: Tab;
  let extension: Tab;

  beforeAll(async () => {
    const script = await bundle('tests/browser/engine/editors-page.ts');
    server = await serve('tests/fixtures', (path) =>
      path === '/editors.js'
        ? { body: script, type: 'text/javascript' }
        : { body: '<!doctype html><html lang="en"><title>Page</title><body><script src="/editors.js"></script>' },
    );
    [withUs, without] = await Promise.all([launch(name), launch(name, { extension: null })]);
    extension = await withUs.openExtensionPage('popup.html');
    [ours, theirs] = await Promise.all([withUs.open(`${server.origin}/`), without.open(`${server.origin}/`)]);
    const areMade = () => 'editors' in globalThis;
    await Promise.all([ours.waitFor(areMade), theirs.waitFor(areMade)]);
    await ours.waitFor(() => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([withUs?.close(), without?.close()]);
    await server?.close();
  });

  it('are all there', async () => {
    expect(await ours.evaluate(namesIn)).toEqual(EDITORS);
  });

  it.each(EDITORS)('leaves what is typed, saved and undone alone: %s', async (editor) => {
    const alone = await edit(theirs, editor);
    expect(JSON.stringify(alone[1])).toContain(TYPED.trim());
    expect(alone[3]).not.toEqual(alone[2]);
    expect(await edit(ours, editor)).toEqual(alone);
  });

  it('marks what is around the editors, and nothing in them', async () => {
    const said = EDITORS.map(() => 'mastering engineer');
    await ours.evaluate(() => scrollTo(0, 0));
    await expect
      .poll(async () => (await askMarks(extension, `${server.origin}/`)).marks.map((mark) => mark.surface))
      .toEqual(said);
    const painted = await ours.evaluate(paintedWords);
    expect(new Set(painted)).toEqual(new Set(['mastering engineer in P']));
    expect(
      await ours.evaluate(
        () => (document.querySelector('iframe')!.contentWindow as unknown as typeof globalThis).CSS.highlights.size,
      ),
    ).toBe(0);
    expect(ours.errors).toEqual([]);
  });
});
