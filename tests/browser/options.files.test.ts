/** All settings kept in a file, put back from one, and forgotten. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { saveInto } from '../../browsers/downloads.ts';
import { giveFile } from '../../browsers/give-file.ts';
import { until } from '../../browsers/index.ts';
import { catchFiles, describeOptions, saved } from './options-stage.ts';

describeOptions({}, (at) => {
  it('save everything, reset it, and load it again; a file with a fault changes nothing', async () => {
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'tinted');
    await typeInto(at.options, '.own-form input[name=name]', 'zyx');
    await at.options.press('Tab');
    await at.options.type('A word.');
    await tabTo(at.options, '.own-form button', 'Add the term');
    await at.options.press(' ');
    await at.options.waitFor(() => document.querySelector('.own-name'));
    // Once it is stored the form is empty and has the focus again, which may move the page.
    await at.options.waitFor(() => (document.activeElement as HTMLInputElement).name === 'name');
    await at.options.waitFor(() => (document.activeElement as HTMLInputElement).value === '');
    await catchFiles(at.options);
    await clickOn(at.options, 'button', 'Save to a file');
    const file = await saved(at.options);
    expect(JSON.parse(file!)).toMatchObject({ app: 'liner-notes', version: 2, preferences: { markStyle: 'tint' } });
    const pressed = (text: string) =>
      at.options.waitFor((wanted) => document.activeElement?.textContent === wanted, text);
    await clickOn(at.options, 'button', 'Reset everything');
    // What goes is said first, on other devices too, and the focus is on the safe side.
    await pressed('Keep it');
    expect(await at.options.evaluate(() => document.querySelector('#reset-what')?.textContent)).toMatch(
      /terms of your own on every synced device/,
    );
    await clickOn(at.options, 'button', 'Keep it');
    await pressed('Reset everything');
    expect(await at.options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(1);
    for (const again of [true, false]) {
      await clickOn(at.options, 'button', 'Reset everything');
      await clickOn(at.options, 'button', 'Yes, forget all');
      await at.options.waitFor(() => !document.querySelector('.own-name'));
      await at.options.waitFor(() => document.body.textContent?.includes('Everything is as it was at the start'));
      if (again) await clickOn(at.options, '#backup button', 'Undo');
      if (again) await at.options.waitFor(() => document.querySelector('.own-name')?.textContent === 'zyx');
    }
    // Once something else has changed, undoing would take that along.
    await clickOn(at.options, 'label.choice', 'Every time');
    await at.options.waitFor(() => !document.querySelector('#backup')?.textContent?.includes('Undo'));
    await giveFile(at.options, '#settings-file', file!.replace('"tint"', '"neon"'));
    await at.options.waitFor(() => document.body.textContent?.includes('At “preferences.markStyle”: The value is not'));
    expect(await at.options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(0);
    await giveFile(at.options, '#settings-file', file!);
    await at.options.waitFor(() => document.querySelector('.own-name')?.textContent === 'zyx');
    await at.tab.bringToFront();
    await at.tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
  });

  it('put back by Undo what another window changed while the file was read', async () => {
    await at.options.bringToFront();
    await at.options.evaluate(() => {
      const { text } = File.prototype;
      const held = globalThis as unknown as { goOn: () => void };
      const going = new Promise<void>((resolve) => {
        held.goOn = resolve;
      });
      File.prototype.text = function read() {
        return going.then(() => text.call(this));
      };
    });
    await giveFile(at.options, '#settings-file', '{ "app": "liner-notes", "version": 2 }');
    const second = await at.driver.openExtensionPage('options.html');
    await clickOn(second, 'label.choice', 'tinted');
    await at.options.bringToFront();
    await at.options.waitFor(() => document.querySelector('.mark-tint'));
    await at.options.evaluate(() => (globalThis as unknown as { goOn: () => void }).goOn());
    await at.options.waitFor(() => !document.querySelector('.mark-tint'));
    await clickOn(at.options, '#backup button', 'Undo');
    await at.options.waitFor(() => document.querySelector('.mark-tint'));
    await second.close();
  });

  it('read no file that is too large, and say so when one cannot be read', async () => {
    const says = (text: string) =>
      at.options.waitFor((wanted) => document.querySelector('#backup')?.textContent?.includes(wanted), text);
    await at.options.evaluate(() => {
      File.prototype.text = () => Promise.reject(new DOMException('Gone.', 'NotFoundError'));
    });
    await giveFile(at.options, '#settings-file', 'x'.repeat(10_000_001));
    await says('The file is larger than 10 MB.');
    await giveFile(at.options, '#settings-file', '{}');
    await says('The browser could not read the file.');
    expect(at.options.errors).toEqual([]);
  });

  it('save a file where the browser puts files', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'liner-notes-saved-'));
    await saveInto(at.driver, folder);
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'tinted');
    await at.options.waitFor(() => document.querySelector('.mark-tint'));
    await clickOn(at.options, 'button', 'Save to a file');
    const file = path.join(folder, 'liner-notes-settings.json');
    const text = await until(async () => (await readFile(file, 'utf8').catch(() => '')) || null, 'the file');
    expect(JSON.parse(text!)).toMatchObject({ app: 'liner-notes', preferences: { markStyle: 'tint' } });
    await rm(folder, { recursive: true });
  });
});
