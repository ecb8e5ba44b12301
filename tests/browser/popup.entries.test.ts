/** Search, entries and comparisons in the popup, and the ways between them. */
import { expect, it } from 'vitest';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { describePopup, waitUntilGone } from './popup-stage.ts';

describePopup({}, (at) => {
  // Firefox lost the focus one time in thirty; once would tell of that by chance only.
  it('takes what is typed as soon as it has the keyboard, each of twenty times', async () => {
    for (let time = 0; time < 20; time++) {
      const popup = await at.driver.popup(at.tab);
      // Firefox gives a popup the keyboard up to 250 ms after it has opened it: nobody's letters reach it before.
      await popup.waitFor(() => document.hasFocus());
      await popup.type('p');
      expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('input[role=combobox]')!.value)).toBe(
        'p',
      );
      await popup.close();
    }
  });

  it('finds an entry by keyboard and goes on to a comparison, and back', async () => {
    const popup = await at.driver.popup(at.tab);
    // The search has the focus from the start.
    await popup.waitFor(() => document.activeElement?.matches('input[role=combobox]'));
    await popup.type('prodcer');
    await popup.waitFor(() => document.querySelector('.result'));
    await popup.press('Enter');
    expect(await popup.waitFor(() => document.querySelector('.entry-name')?.textContent)).toBe('Producer');
    await tabTo(popup, 'a, button', 'Audio engineer');
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('.entry-name')?.textContent === 'Audio engineer');
    await popup.press('Tab', ['Shift']);
    await typeInto(popup, 'input[role=combobox]', 'mixing vs mastering');
    await popup.waitFor(() => document.querySelector('.result-compare'));
    await popup.press('ArrowDown');
    await popup.press('ArrowUp');
    await popup.press('Enter');
    const table = await popup.waitFor(() => {
      const columns = [...document.querySelectorAll('.comparison .column-open')].map((one) => one.textContent);
      return columns.length > 0 && { columns, cells: document.querySelectorAll('.comparison .cell').length };
    });
    if (!table) throw new Error('no table');
    expect(table.columns).toEqual(['Mixing', 'Mastering']);
    // What the table is taken elsewhere with: copied here, printed from a tab.
    const tools = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.copy-tools .action')].map(
        (one) => one.getAttribute('href') ?? one.innerText,
      ),
    );
    expect(tools).toEqual(['Markdown', 'HTML', 'CSV', '/compare.html?terms=mixing,mastering']);
    await clickOn(popup, '.copy-tools .action', 'Markdown');
    await popup.waitFor(() => document.querySelector('.copy-tools .done')?.textContent === 'Copied as Markdown.');
    expect(table.cells).toBeGreaterThan(6);
    for (const seen of ['Audio engineer', 'Producer']) {
      await tabTo(popup, '.bar .tool');
      await popup.press('Enter');
      await popup.waitFor((name) => document.querySelector('.entry-name')?.textContent === name, seen);
    }
    await clickOn(popup, '.bar .tool');
    await popup.waitFor(() => document.querySelector('.site-name')?.checkVisibility());
    await popup.close();
  });

  it('leads Back to where the reader was: scrolled as it was, the focus on what opened the entry', async () => {
    const popup = await at.driver.popup(at.tab);
    await popup.waitFor(() => document.querySelector('.term-open'));
    await clickOn(popup, '.term-open', 'Beatmaker');
    await popup.waitFor(() => document.activeElement?.matches('main') && document.querySelector('.entry'));
    await tabTo(popup, '.entry .comparison-link');
    const { link, scroll } = await popup.evaluate(() => {
      scrollTo(0, 40);
      return { link: document.activeElement!.textContent, scroll: scrollY };
    });
    expect(scroll).toBe(40);
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('.comparison') && scrollY === 0);
    await clickOn(popup, '.bar .tool');
    await popup.waitFor(() => document.querySelector('.entry'));
    expect(await popup.evaluate(() => ({ link: document.activeElement!.textContent, scroll: scrollY }))).toEqual({
      link,
      scroll,
    });
    await clickOn(popup, '.bar .tool');
    await popup.waitFor(() => document.querySelector('.site-name')?.checkVisibility());
    expect(
      await popup.evaluate(() => document.activeElement?.matches('.term-open') && document.activeElement.textContent),
    ).toContain('Beatmaker');
    await popup.close();
  });

  it('makes room for the page that a link in it opens', async () => {
    const watcher = await at.driver.openExtensionPage('options.html');
    const opened = (address: string) =>
      watcher.waitFor(async (wanted) => {
        const { tabs } = (globalThis as unknown as ExtensionGlobal).chrome;
        const found = (await tabs.query({})).find(({ url }) => url?.endsWith(wanted));
        return found && tabs.remove(found.id!).then(() => true);
      }, address);
    for (const [selector, text, address] of [
      ['.pages a', 'Glossary', '/glossary.html'],
      ['.comparison-head .action', 'Open in a tab', '/compare.html?terms=mixing,mastering'],
    ] as const) {
      await at.tab.bringToFront();
      const popup = await at.driver.popup(at.tab);
      if (selector !== '.pages a') {
        await typeInto(popup, 'input[role=combobox]', 'mixing vs mastering');
        await popup.waitFor(() => document.querySelector('.result-compare'));
        await popup.press('Enter');
      }
      // Chromium takes the popup away before the press is over: what the click says of that counts only where nothing comes.
      const said = await clickOn(popup, selector, text).catch((error: Error) => error);
      await opened(address).catch((cause: Error) => {
        throw new Error(`${cause.message}; the click: ${said}`, { cause });
      });
      await waitUntilGone(popup);
    }
    await watcher.close();
  });
});
