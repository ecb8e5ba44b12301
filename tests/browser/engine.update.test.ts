import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allErrors } from '../../browsers/all-errors.ts';
import type { ChromiumTab, launchChromium } from '../../browsers/chromium.ts';
import type { launchFirefox } from '../../browsers/firefox.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { until } from '../../browsers/wait.ts';
import { inEveryFrame } from './engine/every-frame.ts';

const TABS = Number(process.env.TABS ?? 20);
const SAID = '<p>The mastering engineer came late.</p>';
const PAGE = `<!doctype html><html lang="en"><title>Page</title><body>${SAID}<iframe srcdoc='<html lang="en">${SAID}'></iframe>`;
/** What a script says that lives on without its extension. */
const ORPHAN = /context invalidated|context unloaded|dead object|runtime|liner/i;

type Chromium = Awaited<ReturnType<typeof launchChromium>>;
type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

/** Puts the folder in the place of the extension that runs, as the browser's own update does. */
async function install(driver: Driver, folder: string): Promise<void> {
  if (driver.name === 'chromium') await (driver as Chromium).browser.installExtension(folder);
  else await (driver as Firefox).bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
}
async function uninstall(driver: Driver): Promise<void> {
  if (driver.name === 'chromium')
    await (driver as Chromium).browser.uninstallExtension((driver as Chromium).extensionId);
  else
    await (driver as Firefox).bidi.send('webExtension.uninstall', { extension: (driver as Firefox).chrome.extension });
}

/** Runs in a frame: the highlight that stands there now; asked again, whether it is still that very one. */
function sameHighlight(): { marks: number; same: boolean } {
  const now = CSS.highlights.get('liner-notes-mark');
  const seen = globalThis as unknown as { lastHighlight?: Highlight };
  const same = seen.lastHighlight === now;
  if (now) seen.lastHighlight = now;
  return { marks: now?.size ?? 0, same };
}
const isNew = () => {
  const now = CSS.highlights.get('liner-notes-mark');
  return now?.size === 1 && now !== (globalThis as unknown as { lastHighlight?: Highlight }).lastHighlight;
};
const marks = () => CSS.highlights.get('liner-notes-mark')?.size ?? 0;

/** The same answer from every page and from the frame in it: one that gives none would go unnoticed else. */
const all = <T>(answer: T): T[] => Array(TABS * 2).fill(answer);

/** Two seconds on a machine with nothing else to do. */
const SOON = { timeout: 15_000 };

describe.each(BROWSERS)(`while ${TABS} tabs are open, in %s`, (name) => {
  let driver: Driver;
  let server: Server;
  let folder: string;
  const tabs: Tab[] = [];
  const said: string[] = [];

  const everywhere = async <R>(fn: () => R): Promise<R[]> =>
    (await Promise.all(tabs.map((tab) => inEveryFrame(driver, tab, fn)))).flat();

  let errors: () => Promise<string[]>;

  beforeAll(async () => {
    server = await serve('tests/fixtures', () => ({ body: PAGE }));
    folder = await mkdtemp(path.join(tmpdir(), 'liner-notes-build-'));
    await cp(`.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`, folder, { recursive: true });
    driver = await launch(name, { extension: folder });
    errors = await allErrors(driver);
    for (let i = 0; i < TABS; i++) {
      const tab = await driver.open(`${server.origin}/${i}`);
      if (name === 'chromium') (tab as ChromiumTab).page.on('console', (message) => said.push(message.text()));
      tabs.push(tab);
    }
    await until(
      async () => {
        const counts = await everywhere(marks);
        return counts.length === TABS * 2 && counts.every((count) => count === 1);
      },
      'the marks in every frame',
      30_000,
    );
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it.each(['9.0.0', '0.0.1'])(
    'one copy of version %s marks in every frame, and the console is silent',
    async (version) => {
      const manifest = path.join(folder, 'manifest.json');
      await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')), version }));
      const frames = await everywhere(sameHighlight);
      expect(frames.map((frame) => frame.marks)).toEqual(all(1));
      await install(driver, folder);
      // The new copy has taken every frame when no highlight is the old one any more.
      await expect.poll(() => everywhere(isNew), SOON).toEqual(all(true));
      // The new copy guards its own: asked where the reader looks, since Firefox lets timers of hidden tabs sleep.
      const front = tabs.at(-1)!;
      expect(await everywhere(sameHighlight)).toHaveLength(TABS * 2);
      // Two copies would take the highlight from each other each time they look after it: here they do so three times.
      for (let look = 0; look < 3; look++) {
        await front.evaluate(() => {
          CSS.highlights.delete('liner-notes-mark');
        });
        await expect.poll(() => front.evaluate(marks), SOON).toBe(1);
      }
      expect((await everywhere(sameHighlight)).map(({ same }) => same)).toEqual(all(true));
      expect(said.filter((text) => ORPHAN.test(text))).toEqual([]);
      expect(await errors()).toEqual([]);
    },
  );

  it('marks follow the text, as if nothing had been', async () => {
    await everywhere(() => {
      document.querySelector('p')!.firstChild!.nodeValue = 'Nobody came.';
    });
    expect(await everywhere(marks)).toEqual(all(0));
    await everywhere(() => {
      document.querySelector('p')!.textContent = 'The mastering engineer came.';
    });
    await expect.poll(() => everywhere(marks), SOON).toEqual(all(1));
  });

  // Firefox takes the style sheet away with the extension: what is still registered is painted no more.
  it('leaves nothing to be seen when it is removed', async () => {
    await uninstall(driver);
    const seen = () => {
      const mark = CSS.highlights.get('liner-notes-mark');
      const painted = getComputedStyle(
        document.querySelector('p')!,
        '::highlight(liner-notes-mark)',
      ).textDecorationLine;
      return (mark?.size ?? 0) > 0 && painted.includes('underline');
    };
    await expect.poll(() => everywhere(seen), SOON).toEqual(all(false));
    expect(said.filter((text) => ORPHAN.test(text))).toEqual([]);
    expect(await errors()).toEqual([]);
  });
});
