/** The page's focus while a card is open, and after it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inCard, pressInCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { keepSettings } from '../../../browsers/keep-settings.ts';
import { shortcut } from '../../../browsers/shortcut.ts';
import { CREDITS, closed, hover, page, type Stage, setStage } from './stage.ts';

const isIn = (selector: string) => document.activeElement?.matches(selector) ?? false;

describe.each(BROWSERS)('the focus in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  beforeAll(async () => {
    stage = await setStage(name, { '/': page('', `<p>${CREDITS}</p><textarea>Draft</textarea>`) });
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    await keepSettings(stage.driver);
    tab = await stage.open('/');
    await tab.evaluate(() => document.querySelector('textarea')!.focus());
  });
  afterEach(() => tab?.close());

  it('comes back to the field when a word was gone to by key from the pointer’s card', async () => {
    await hover(tab, 'mix engineer');
    await shortcut(stage.driver, tab, 'next-term');
    await tab.waitFor(isIn, 'liner-notes-card');
    await tab.press('Escape');
    await closed(tab);
    await tab.waitFor(isIn, 'textarea');
  });

  it.each(['Never mark', 'Not music here'])(
    'stays in the field while “%s” is pressed in the pointer’s card',
    async (what) => {
      await tab.evaluate(() => {
        document.querySelector('textarea')!.addEventListener('blur', () => {
          document.body.dataset.left = 'yes';
        });
      });
      await hover(tab, 'mix engineer');
      await pressInCard(stage.driver, tab, 'Why marked?');
      await pressInCard(stage.driver, tab, what);
      await tab.waitFor(() => CSS.highlights.get('liner-notes-mark')?.size === 3);
      expect(await inCard(stage.driver, tab, (root) => root.querySelector('#name')?.getAttribute('role'))).toBe(
        'status',
      );
      await tab.press('x');
      expect(
        await tab.evaluate(() => ({
          left: document.body.dataset.left ?? 'no',
          text: document.querySelector('textarea')!.value,
        })),
      ).toMatchObject({ left: 'no', text: expect.stringContaining('x') });
    },
  );
});
