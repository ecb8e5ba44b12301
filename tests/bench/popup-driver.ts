/** Clicks on the icons of two extensions by turns, ours and one with an empty popup, and reads the popups' own clocks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ChromiumTab, launchChromium } from '../../browsers/chromium.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { type BrowserName, type Surface, until } from '../../browsers/index.ts';

/** One opening of a popup; ms. */
export interface Clicked {
  /** When the icon was clicked, and when the popup's document began: since the epoch. */
  clicked: number;
  origin: number;
  /** From the document's beginning: its first frame, all that is useful, and all that there is. */
  painted: number;
  drawn: number;
  whole: number;
}

export interface PopupBench {
  /** Ends the worker, as the browsers do after half a minute. */
  sleep(): Promise<void>;
  /** Clicks, waits until the popup is whole, reads and closes it. */
  click(which: 'ours' | 'empty'): Promise<Clicked>;
  close(): Promise<void>;
}

const EMPTY_MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  action: { default_popup: 'popup.html' },
  browser_specific_settings: { gecko: { id: 'empty@liner-notes.example' } },
};
const MARKS = { painted: 'liner-notes-painted', drawn: 'liner-notes-site', whole: 'liner-notes-whole' };

/** An extension whose popup shows a word and tells when that is painted, as ours does. */
function emptyExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-empty-'));
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(EMPTY_MANIFEST));
  writeFileSync(
    path.join(folder, 'popup.html'),
    '<!doctype html><meta charset="utf-8"><title>Empty</title><body style="width:400px;height:470px">Empty<script src="popup.js"></script>',
  );
  const marks = JSON.stringify(Object.values(MARKS));
  writeFileSync(
    path.join(folder, 'popup.js'),
    `requestAnimationFrame(() => setTimeout(() => { for (const name of ${marks}) performance.mark(name); }));`,
  );
  return folder;
}

/** The clocks of a popup that is whole. */
const read = (popup: Surface): Promise<Omit<Clicked, 'clicked'>> =>
  popup.waitFor((names) => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
    const [painted, drawn, whole] = [at(names.painted), at(names.drawn), at(names.whole)];
    if (painted === undefined || drawn === undefined || whole === undefined) return null;
    return { origin: performance.timeOrigin, painted, drawn, whole };
  }, MARKS) as Promise<Omit<Clicked, 'clicked'>>;

const now = () => performance.timeOrigin + performance.now();

async function chromium(url: string): Promise<PopupBench> {
  const folder = emptyExtension();
  const driver = await launchChromium();
  const { browser } = driver;
  const ids = { ours: driver.extensionId, empty: await browser.installExtension(folder) };
  const tab = await driver.open(url);
  const { page } = tab as ChromiumTab;
  await tab.bringToFront();
  return {
    async sleep() {
      for (const target of browser.targets().filter((one) => one.type() === 'service_worker')) {
        await (await target.worker())?.close();
      }
    },
    async click(which) {
      const extension = (await browser.extensions()).get(ids[which])!;
      const before = new Set(browser.targets());
      const clicked = now();
      await page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget(
        (one) => !before.has(one) && one.url().includes(`${ids[which]}/popup.html`),
      );
      const popup = await target.asPage();
      const evaluate = ((fn: never, ...args: never[]) => popup.evaluate(fn, ...args)) as Surface['evaluate'];
      const times = await read({
        evaluate,
        waitFor: (fn, ...args) => until(() => evaluate(fn, ...args), 'the popup'),
      } as Surface);
      await popup.close();
      return { clicked, ...times };
    },
    async close() {
      await driver.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function firefox(url: string): Promise<PopupBench> {
  const folder = emptyExtension();
  const driver = await launchFirefox();
  const { bidi, chrome } = driver;
  const { extension: empty } = await bidi.send<{ extension: string }>('webExtension.install', {
    extensionData: { type: 'path', path: folder },
  });
  const ids = { ours: chrome.extension, empty };
  const tab = await driver.open(url);
  await tab.bringToFront();
  return {
    sleep: () =>
      chrome.run(`await WebExtensionPolicy.getByID(${JSON.stringify(ids.ours)}).extension.terminateBackground();`),
    async click(which) {
      chrome.extension = ids[which];
      const clicked = now();
      const popup = await chrome.openPopup();
      const times = await read(popup);
      await popup.close();
      return { clicked, ...times };
    },
    async close() {
      await driver.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Starts the browser with both extensions and the page at `url` in front. */
export const popupBench = (name: BrowserName, url: string): Promise<PopupBench> =>
  name === 'chromium' ? chromium(url) : firefox(url);
