/** What the tests of the options share. */
import { beforeEach } from 'vitest';
import type { BrowserName, Surface, Tab } from '../../browsers/index.ts';
import { keepSettingsIn } from '../../browsers/keep-settings.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { describeInBoth, type Stage } from './in-both.ts';
import { MORE_MUSIC } from './music-page.ts';

/** `tab`: one with a page of some terms; `options`: the options with nothing set. Both are opened anew for each test. */
export type OptionsStage = Stage & { tab: Tab; options: Tab };

/** @param pages beside the one with the terms, which is `/`. */
export function describeOptions(
  pages: Record<string, string>,
  tests: (at: OptionsStage, name: BrowserName) => void,
): void {
  const music = `${MORE_MUSIC} The mastering engineer came back, and the beatmaker too.`;
  describeInBoth('the options', { '/': music, ...pages }, (stage, name) => {
    const at = stage as OptionsStage;
    beforeEach(async () => {
      at.tab = await at.driver.open(`${at.server.origin}/`);
      at.options = await at.driver.openExtensionPage('options.html');
      await keepSettingsIn(at.options);
      await at.tab.waitFor(isMarked);
      return async () => {
        await at.tab.close();
        await at.options.close();
      };
    });
    tests(at, name);
  });
}

/** Keeps what the page offers as a file. In the browser's downloads it would open their panel, which takes the next click. */
export const catchFiles = (page: Surface): Promise<void> =>
  page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        document.body.dataset.saved = text;
      });
      return createObjectURL(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });

/** What it has offered. */
export const saved = (page: Surface): Promise<string | undefined> => page.waitFor(() => document.body.dataset.saved);
