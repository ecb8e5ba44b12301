/** The list of sites in the options. */
import { expect, it } from 'vitest';
import { clickOn, says, typeInto } from '../../browsers/by-hand.ts';
import { giveFile } from '../../browsers/give-file.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { catchFiles, describeOptions, saved } from './options-stage.ts';

describeOptions({}, (at) => {
  it('mark words only on sites that are switched on, once that is chosen, and on all again', async () => {
    const other = await at.driver.open(at.server.origin.replace('127.0.0.1', 'localhost'));
    await other.waitFor(isMarked);
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'only on sites where I switch them on');
    await clickOn(at.options, '.add-site button', 'Switch on there');
    await at.options.waitFor(() => document.activeElement?.matches('.add-site input'));
    for (const page of [at.tab, other]) await page.waitFor(isBare);
    await at.options.type('127.0.0.1');
    await at.options.press('Enter');
    await at.options.waitFor(() => document.querySelector('.sites .hint')?.textContent === 'On');
    await at.tab.bringToFront();
    await at.tab.waitFor(isMarked);
    // What is opened from now on goes by it too.
    const next = await at.driver.open(at.server.origin.replace('127.0.0.1', 'localhost'));
    const popup = await at.driver.popup(next);
    await says(popup, 'only on sites that you switch on');
    await popup.close();
    expect(await next.evaluate(isBare)).toBe(true);
    expect(await other.evaluate(isBare)).toBe(true);
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'on all sites');
    for (const page of [next, other]) {
      await page.bringToFront();
      await page.waitFor(isMarked);
      await page.close();
    }
  });

  it('add, find and forget sites; load and save a list of them, all or none', async () => {
    const listed = () => [...document.querySelectorAll('.site-title')].map(({ textContent }) => textContent).join();
    await at.options.bringToFront();
    await clickOn(at.options, '.add-site button');
    await at.options.waitFor(() =>
      document.querySelector('#site-error')?.textContent?.startsWith('Write a site first'),
    );
    await typeInto(at.options, '.add-site input', '127.0.0.1 a.example two..dots');
    await at.options.press('Enter');
    await at.options.waitFor(() =>
      document.querySelector('#site-error')?.textContent?.startsWith('“two..dots” is not'),
    );
    expect(await at.options.evaluate(listed)).toBe('');
    for (let i = 0; i < 'two..dots'.length; i++) await at.options.press('Backspace');
    await at.options.press('Enter');
    await at.options.waitFor(() => document.querySelectorAll('.site-title').length === 2);
    await at.tab.bringToFront();
    await at.tab.waitFor(isBare);
    await at.options.bringToFront();
    await typeInto(at.options, '.add-site input', '127');
    await at.options.waitFor(() => document.querySelectorAll('.site-title').length === 1);
    await clickOn(at.options, '.sites .tool');
    await at.options.waitFor(() => document.activeElement?.matches('.add-site input'));
    await at.options.waitFor(() =>
      document.querySelector('#sites-found')?.textContent?.includes('has “127” in its name'),
    );
    await at.tab.bringToFront();
    await at.tab.waitFor(isMarked);

    await giveFile(at.options, '#site-list-file', 'b.example\nc.example\nno site\n<x>\n');
    await at.options.waitFor(() =>
      document.querySelector('#site-list-said')?.textContent?.includes('In line 3, “no site”'),
    );
    await giveFile(at.options, '#site-list-file', '# mine\nb.example\nC.example.\n');
    await at.options.waitFor(() => document.querySelector('#site-list-said')?.textContent === 'Loaded 2 sites.');
    await at.options.bringToFront();
    await catchFiles(at.options);
    await clickOn(at.options, 'button', 'Save the list');
    expect(await saved(at.options)).toBe('a.example\nb.example\nc.example\n');
  });
});
