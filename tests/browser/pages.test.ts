import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../browsers/axe.ts';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { restOn } from '../../browsers/card.ts';
import { BROWSERS, type Driver, launch, type Tab } from '../../browsers/index.ts';

const PAGES = [
  'popup.html',
  'compare.html',
  'compare.html?terms=producer,audio-engineer,beatmaker',
  'compare.html?terms=dj,songwriter',
  'glossary.html',
  'glossary.html?term=producer',
  'options.html',
  'welcome.html',
];

describe.each(BROWSERS)('our pages in %s', (name) => {
  let driver: Driver;
  const open = async (path: string, scheme: 'light' | 'dark' = 'light'): Promise<Tab> => {
    await driver.emulate({ colorScheme: scheme });
    const tab = await driver.openExtensionPage(path);
    await tab.waitFor(() => document.querySelector('main'));
    return tab;
  };

  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver?.close());

  it.each(PAGES.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))(
    'leave axe nothing to say: %s, %s',
    async (path, scheme) => {
      const tab = await open(path, scheme);
      expect(await violations(tab)).toEqual([]);
      expect(tab.errors).toEqual([]);
      await tab.close();
    },
  );

  it.each(['light', 'dark'] as const)('leave axe nothing to say in the views of the popup, %s', async (scheme) => {
    const popup = await open('popup.html', scheme);
    for (const [query, view] of [
      ['producer', '.entry-name'],
      ['mixing vs mastering', '.comparison .cell'],
    ] as const) {
      await typeInto(popup, 'input[role=combobox]', query);
      await popup.waitFor(() => document.querySelector('.result'));
      expect(await violations(popup)).toEqual([]);
      await popup.press('Enter');
      await popup.waitFor((wanted) => document.querySelector(wanted), view);
      expect(await violations(popup)).toEqual([]);
    }
    await popup.close();
  });

  it.each(['light', 'dark'] as const)(
    'leave axe nothing to say when options hold terms and faults, %s',
    async (scheme) => {
      const tab = await open('options.html', scheme);
      await typeInto(tab, '.own-form input[name=name]', 'zyx');
      await tab.press('Tab');
      await tab.type('A word.');
      await tabTo(tab, '.own-form button', 'Add the term');
      await tab.press('Enter');
      await tab.waitFor(() => document.querySelector('.own-name'));
      await tab.press('Enter');
      await clickOn(tab, '.own-form button', 'Add the term');
      await tab.waitFor(() => document.querySelector('[name=name][aria-invalid=true]'));
      await typeInto(tab, '.add-site input', 'two..dots');
      await tab.press('Enter');
      await tab.waitFor(() => document.querySelector('#site-error')?.textContent);
      expect(await violations(tab)).toEqual([]);
      await clickOn(tab, '.own-terms .tool');
      await tab.waitFor(() => !document.querySelector('.own-name'));
      await tab.close();
    },
  );

  it.each(PAGES)('fit a window of 360 px: %s', async (path) => {
    const tab = await open(path);
    await tab.viewport(360, 640);
    // The popup's own width is set for the toolbar; a phone gives it the whole width by its coarse pointer.
    const room = path === 'popup.html' ? 400 : 360;
    await tab.waitFor((width) => document.documentElement.scrollWidth <= width, room);
    await tab.close();
  });

  it('turn words in the address into a comparison', async () => {
    const tab = await open('compare.html');
    await tab.evaluate(() => location.assign('?q=producer%20vs%20beat%20maker'));
    await tab.waitFor(() => location.search === '?terms=producer,beatmaker');
    await tab.close();
  });

  it('hold the choice of a comparison in the address, and Back undoes a change', async () => {
    const tab = await open('compare.html?terms=producer,audio-engineer,beatmaker');
    const columns = () => [...document.querySelectorAll('.column-open')].map(({ textContent }) => textContent).join();
    await tab.evaluate(() => document.querySelector<HTMLElement>('.column-tools .tool')!.click());
    await tab.waitFor(() => location.search === '?terms=audio-engineer,producer,beatmaker');
    expect(await tab.evaluate(columns)).toBe('Audio engineer,Producer,Beatmaker');
    await tab.evaluate(() => document.querySelector<HTMLElement>('.column-tools .tool:last-child')!.click());
    await tab.waitFor(() => location.search === '?terms=producer,beatmaker');
    await tab.evaluate(() => history.back());
    await tab.waitFor(() => document.querySelectorAll('.column-open').length === 3);
    await tab.close();
  });

  it('lead from a selection that is no term to the search', async () => {
    const tab = await open('glossary.html?q=qqqqqq');
    expect(await tab.evaluate(() => document.querySelector('input')!.value)).toBe('qqqqqq');
    await tab.close();
    const found = await open('glossary.html?q=Producers');
    expect(await found.evaluate(() => document.querySelector('.entry-name')?.textContent)).toBe('Producer');
    await found.close();
  });

  it('greet with the real marks and the real card', async () => {
    const tab = await open('welcome.html');
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 3);
    expect((await restOn(tab, 'beatmaker')).join('\n')).toContain('Beatmaker');
    await tab.close();
  });
});
