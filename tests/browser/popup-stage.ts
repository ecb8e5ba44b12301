/** What the popup's tests share. */
import { beforeEach } from 'vitest';
import { type BrowserName, type Surface, type Tab, until } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { describeInBoth, type Stage } from './in-both.ts';
import { MORE_MUSIC } from './music-page.ts';

export interface PopupStage extends Stage {
  /** With a page of some terms, opened anew for each test. */
  tab: Tab;
  /** The same page on another host, marked. */
  openOn(host: string): Promise<Tab>;
}

/** @param pages beside the one with the terms, which is `/`. */
export function describePopup(pages: Record<string, string>, tests: (at: PopupStage, name: BrowserName) => void): void {
  describeInBoth('the toolbar popup', { '/': MORE_MUSIC, ...pages }, (stage, name) => {
    const openOn = async (host: string): Promise<Tab> => {
      const tab = await stage.driver.open(`${stage.server.origin.replace('127.0.0.1', host)}/`);
      await tab.waitFor(isMarked);
      return tab;
    };
    const at = Object.assign(stage as PopupStage, { openOn });
    beforeEach(async () => {
      await keepSettings(at.driver);
      at.tab = await openOn('127.0.0.1');
      return () => at.tab.close();
    });
    tests(at, name);
  });
}

/** The popup has closed by itself: nothing in it can be asked any more. */
export const waitUntilGone = (popup: Surface): Promise<unknown> =>
  until(
    () =>
      popup
        .evaluate(() => document.visibilityState)
        .then(
          () => false,
          () => true,
        ),
    'the popup to close',
  );
