/** Clicks on the icons of two extensions by turns, ours and one with an empty popup, and reads the popups' own clocks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pinInChromium, pinInFirefox } from '../../browsers/access.ts';
import { ChromiumSurface, type ChromiumTab, launchChromium } from '../../browsers/chromium.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { type BrowserName, type Surface, until } from '../../browsers/index.ts';
import { putToSleep } from '../../browsers/sleep.ts';

/** One opening of a popup; ms. */
export interface Clicked {
  /** When the icon was clicked, and when the popup's document began: since the epoch. */
  clicked: number;
  origin: number;
  /** From the document's beginning: this site and its switch, what the page says of itself, and all that there is. */
  drawn: number;
  told: number;
  whole: number;
}

export interface PopupBench {
  /** Ends the worker, as the browsers do after half a minute. */
  sleep(): Promise<void>;
  /** Opens another page in front, whose state wakes the worker. */
  goTo(url: string): Promise<void>;
  /**
   * Clicks, waits until the popup is whole, reads and closes it.
   * @param told whether the page is waited for, too: one that answers nobody never is.
   */
  click(which: 'ours' | 'empty', told?: boolean): Promise<Clicked>;
  close(): Promise<void>;
}

const EMPTY_MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  action: { default_popup: 'popup.html' },
  browser_specific_settings: { gecko: { id: 'empty@liner-notes.example' } },
};
const MARKS = { drawn: 'liner-notes-site', told: 'liner-notes-told', whole: 'liner-notes-whole' };

/** An extension whose popup shows a word and tells when that is painted, as ours does. */
function emptyExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-empty-'));
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(EMPTY_MANIFEST));
  writeFileSync(
    path.join(folder, 'popup.html'),
    '<!doctype html><meta charset="utf-8"><title>Empty</title><body style="width:400px;height:600px">Empty<script src="popup.js"></script>',
  );
  const marks = JSON.stringify(Object.values(MARKS));
  writeFileSync(
    path.join(folder, 'popup.js'),
    `requestAnimationFrame(() => setTimeout(() => { for (const name of ${marks}) performance.mark(name); }));`,
  );
  return folder;
}

/** The clocks of a popup that is whole. */
const read = (popup: Surface, isTold: boolean): Promise<Omit<Clicked, 'clicked'>> =>
  popup.waitFor(
    (names, wanted) => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
      const [drawn, told, whole] = [at(names.drawn), at(names.told), at(names.whole)];
      if (drawn === undefined || whole === undefined || (wanted && told === undefined)) return null;
      return { origin: performance.timeOrigin, drawn, told: told ?? Number.NaN, whole };
    },
    MARKS,
    isTold,
  ) as Promise<Omit<Clicked, 'clicked'>>;

const now = () => performance.timeOrigin + performance.now();

async function chromium(url: string): Promise<PopupBench> {
  const folder = emptyExtension();
  const driver = await launchChromium();
  const { browser } = driver;
  const ids = { ours: driver.extensionId, empty: await browser.installExtension(folder) };
  for (const id of Object.values(ids)) await pinInChromium(driver, id);
  let tab = await driver.open(url);
  await tab.bringToFront();
  const workers = () => browser.targets().filter((one) => one.type() === 'service_worker');
  return {
    sleep: () => putToSleep(driver),
    async goTo(other) {
      tab = await driver.open(other);
      await tab.bringToFront();
      await until(async () => workers().length > 0, 'the worker');
    },
    async click(which, isTold = false) {
      const extension = (await browser.extensions()).get(ids[which])!;
      const before = new Set(browser.targets());
      const clicked = now();
      await (tab as ChromiumTab).page.triggerExtensionAction(extension);
      const target = await browser.waitForTarget(
        (one) => !before.has(one) && one.url().includes(`${ids[which]}/popup.html`),
      );
      const popup = new ChromiumSurface(await target.asPage());
      const times = await read(popup, isTold);
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
  for (const id of Object.values(ids)) await pinInFirefox(chrome, id);
  await (await driver.open(url)).bringToFront();
  return {
    async sleep() {
      // The last click may have been on the other.
      chrome.extension = ids.ours;
      await putToSleep(driver);
    },
    goTo: async (other) => (await driver.open(other)).bringToFront(),
    async click(which, isTold = false) {
      chrome.extension = ids[which];
      const clicked = now();
      const popup = await chrome.openPopup();
      const times = await read(popup, isTold);
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
