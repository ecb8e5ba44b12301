/** The list of sites in the options. */
import { expect, it } from 'vitest';
import { clickOn, typeInto } from '../../browsers/by-hand.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { catchFiles, describeOptions, giveFile, saved } from './options-stage.ts';

describeOptions({}, (at) => {
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
