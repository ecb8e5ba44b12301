/** The reader's own terms: put in, changed, marked, silenced and taken away. */
import { expect, it } from 'vitest';
import { clickOn, says, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { restOn } from '../../browsers/card.ts';
import { pressInCard } from '../../browsers/in-card.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { describeOptions } from './options-stage.ts';

const PAGES = {
  '/cooking':
    '<!doctype html><html lang="en"><title>Soup</title><body><p>Peel the carrots, said the Flux Capacitor, and boil them.',
};
const alerts = () => [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('');

describeOptions(PAGES, (at) => {
  it('keep a term of the reader’s own: marked at once, in the popup, in the card, and gone when removed', async () => {
    const soup = await at.driver.open(`${at.server.origin}/cooking`);
    await at.options.bringToFront();
    await typeInto(at.options, '.own-form input[name=name]', 'flux capacitor');
    await at.options.press('Enter');
    // What is missing is named at its field, which has the focus.
    await at.options.waitFor(() => document.activeElement?.matches('textarea[name=definition][aria-invalid=true]'));
    expect(await at.options.evaluate(alerts)).toBe('Write something here.');
    await at.options.type('A <b>choir</b> of one.');
    await at.options.press('Tab');
    await at.options.type('fluxer');
    await tabTo(at.options, '.own-form button', 'Add the term');
    await at.options.press('Enter');
    await at.options.waitFor(() => document.querySelector('.own-name')?.textContent === 'flux capacitor');
    // The page was open, and is about something else.
    await soup.bringToFront();
    await soup.waitFor(isMarked);
    const card = await restOn(soup, 'Flux Capacitor');
    expect(card.join('\n')).toMatch(/your own term/i);
    expect(card.join('\n')).toContain('A <b>choir</b> of one.');
    // It need not be about music, so that is not what it is silenced for.
    await pressInCard(at.driver, soup, 'Why');
    await pressInCard(at.driver, soup, 'Not this word here');
    await soup.waitFor(isBare);
    await pressInCard(at.driver, soup, 'Undo');
    await soup.waitFor(isMarked);

    const popup = await at.driver.popup(soup);
    await says(popup, '1 term marked here');
    await popup.waitFor(() => document.querySelector('.term-name')?.textContent === 'flux capacitor');
    await popup.waitFor(() => document.activeElement?.matches('input[role=combobox]'));
    await popup.type('fluxer');
    await popup.waitFor(() => document.querySelector('.result-kind')?.textContent === 'Your own term');
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('.entry-definition')?.textContent === 'A <b>choir</b> of one.');
    await popup.close();

    await at.options.bringToFront();
    await clickOn(at.options, '.own-terms .tool');
    await at.options.waitFor(() => !document.querySelector('.own-name'));
    await soup.bringToFront();
    await soup.waitFor(isBare);
    await soup.close();
  });

  it('take an own term once, drop a change with its fault, and forget the term wherever it was silenced', async () => {
    const faults = () => document.querySelectorAll('#own [aria-invalid=true]').length;
    await at.options.bringToFront();
    await typeInto(at.options, '.own-form input[name=name]', 'zyx');
    await at.options.press('Tab');
    await at.options.type('A word.');
    // Twice before the storage has answered.
    await at.options.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('.own-form')!;
      form.requestSubmit();
      form.requestSubmit();
    });
    await at.options.waitFor(() => document.querySelector('.own-form .done')?.textContent?.includes('“zyx” is marked'));
    expect(await at.options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(1);
    expect(await at.options.evaluate(alerts)).toBe('');

    await clickOn(at.options, '.own-terms .action', 'Change');
    await at.options.waitFor(() => (document.activeElement as HTMLInputElement).value === 'zyx');
    await at.options.type('x'.repeat(60));
    await at.options.press('Enter');
    await at.options.waitFor(() =>
      document.querySelector('.own-form [role=alert]')?.textContent?.includes('60 characters at most.'),
    );
    await clickOn(at.options, '.own-form .action', 'Leave it as it was');
    await at.options.waitFor(() => document.activeElement?.matches('.own-terms .action'));
    expect(await at.options.evaluate(faults)).toBe(0);
    expect(await at.options.evaluate(alerts)).toBe('');

    await typeInto(at.options, '.narrow-search input', 'zyx');
    await at.options.waitFor(() => document.querySelector('.result-name')?.textContent === 'zyx');
    await at.options.press('Enter');
    await at.options.waitFor(() => document.querySelector('.chips .chip')?.textContent?.includes('zyx'));
    await clickOn(at.options, '.own-terms .tool');
    await at.options.waitFor(() => !document.querySelector('.own-name'));
    await at.options.waitFor(() => !document.querySelector('.chips .chip'));
    await at.options.waitFor(() => (document.activeElement as HTMLInputElement).name === 'name');
  });
});
