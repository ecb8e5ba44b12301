/** The browser ends the background whenever it likes: nothing that the reader does may be lost for it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressInCard } from '../../browsers/in-card.ts';
import { BROWSERS, type Tab, until } from '../../browsers/index.ts';
import { keepSettingsIn } from '../../browsers/keep-settings.ts';
import { putToSleep } from '../../browsers/sleep.ts';
import { closed, hover, page, type Stage, setStage } from './card/stage.ts';
import { openedPage } from './opened-page.ts';

/** How often each is done; more when asked (`ROUNDS=10`: fifty deeds in each browser). */
const ROUNDS = Number(process.env.ROUNDS ?? 2);

interface Api {
  tabs: {
    query(info: object): Promise<{ id: number; url?: string }[]>;
  };
  action: { getTitle(details: object): Promise<string> };
}

/** How many words are painted, in whatever style. */
const painted = () => CSS.highlights.get('liner-notes-mark')?.size ?? 0;

describe.each(BROWSERS)('with the background asleep before each deed, in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  let extension: Tab;

  beforeAll(async () => {
    stage = await setStage(name, { '/': page() });
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    extension = await stage.driver.openExtensionPage('options.html');
    // A deed that failed may have left a word silenced.
    await keepSettingsIn(extension);
    tab = await stage.open('/');
    await hover(tab, 'record producer');
    await tab.press('Escape');
    await closed(tab);
  });
  afterEach(async () => {
    await tab?.close();
    await extension?.close();
  });

  const asleep = async () => {
    await putToSleep(stage.driver);
    await tab.bringToFront();
  };
  const marks = (count: number) =>
    tab.waitFor((wanted) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) === wanted, count);

  const DEEDS: Record<string, () => Promise<void>> = {
    async 'the card opens the comparison'() {
      await hover(tab, 'record producer');
      await asleep();
      await pressInCard(stage.driver, tab, 'Compare');
      const { texts } = await openedPage(extension, '/compare.html', '.column-open');
      expect(texts).toEqual(['Producer', 'Executive producer']);
      await tab.bringToFront();
      await tab.press('Escape');
      await closed(tab);
    },
    async 'a word is silenced here, and comes back'() {
      const before = await tab.evaluate(painted);
      await hover(tab, 'record producer');
      await pressInCard(stage.driver, tab, 'Why marked?');
      await asleep();
      await pressInCard(stage.driver, tab, 'Not music here');
      await marks(before - 1);
      await asleep();
      await pressInCard(stage.driver, tab, 'Undo');
      await marks(before);
      await tab.press('Escape');
      await closed(tab);
    },
    async 'the switch in the popup works both ways'() {
      const before = await tab.evaluate(painted);
      await asleep();
      const popup = await stage.driver.popup(tab);
      for (const count of [0, before]) {
        await putToSleep(stage.driver);
        await popup.waitFor(() => document.querySelector('[role=switch]'));
        await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')!.click());
        await marks(count);
      }
      await popup.close();
    },
    async 'the icon tells of a page that is loaded'() {
      await asleep();
      await tab.reload();
      const title = () =>
        extension.evaluate(async (wanted) => {
          const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
          const tabId = (await tabs.query({})).find(({ url }) => url === wanted)?.id;
          return (await action.getTitle({ tabId })).includes('are marked');
        }, `${stage.server.origin}/`);
      await until(title, 'the icon to tell of marks');
    },
  };

  it.each(Object.keys(DEEDS))(`${ROUNDS} times: %s`, async (deed) => {
    for (let round = 0; round < ROUNDS; round++) await DEEDS[deed]!();
    expect(tab.errors).toEqual([]);
    expect(extension.errors).toEqual([]);
  });
});
