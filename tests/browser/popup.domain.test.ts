/** A site that has a name: what it is called, and the switch of the whole domain that it is part of. */
import { expect, it } from 'vitest';
import { clickOn, says } from '../../browsers/by-hand.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import type { Surface } from '../../browsers/index.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { describePopup } from './popup-stage.ts';

const keys = () =>
  (globalThis as unknown as ExtensionGlobal).chrome.storage.local.get(null).then((all) => Object.keys(all));

/** Switches a site off that is marked, and with it all of its domain. */
async function switchOffAll(popup: Surface, domain: string): Promise<void> {
  await says(popup, 'marked here');
  await clickOn(popup, '[role=switch]');
  await says(popup, 'Switched off by you on this site');
  await clickOn(popup, '.site .check', `The same on ${domain} and all sites under it`);
}

describePopup({}, (at) => {
  it.each([
    ['as people write it', 'www.xn--bcher-kva.localhost', 'www.bücher.localhost', 'bücher.localhost'],
    ['as the name system has it where it could be taken for another', 'www.xn--80ak6aa92e.localhost', '', ''],
  ])('names a site %s', async (_, site, name, domain) => {
    const page = await at.openOn(site);
    const popup = await at.driver.popup(page);
    await says(popup, 'marked here');
    await popup.waitFor((wanted) => document.querySelector('.site-name')?.textContent === wanted, name || site);
    const seen = await popup.evaluate(() => ({
      title: document.querySelector<HTMLElement>('.site-name')!.title,
      label: document.querySelector('[role=switch]')!.getAttribute('aria-label'),
    }));
    expect(seen).toEqual({ title: name && site, label: `Mark words on ${name || site}` });
    await switchOffAll(popup, domain || site.slice(4));
    await says(popup, `Switched off by you on ${domain || site.slice(4)} and all sites under it`);
    expect(await popup.evaluate(keys)).toContain(`site:${site.slice(4)}`);
    await popup.close();
    await page.close();
  });

  it('writes the labels of a site in their order where their letters run from right to left', async () => {
    const name = 'עברית.مثال.localhost';
    const page = await at.openOn('xn--5dbqzzl.xn--mgbh0fb.localhost');
    const popup = await at.driver.popup(page);
    await says(popup, 'marked here');
    await popup.waitFor((wanted) => document.querySelector('.site-name')?.textContent === wanted, name);
    await switchOffAll(popup, 'مثال.localhost');
    await says(popup, 'Switched off by you on مثال.localhost and all sites under it.');
    const asSeen = (selector: string) =>
      popup.evaluate((wanted) => {
        const part = document.querySelector(wanted)!;
        const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        const seen: { text: string; left: number; top: number }[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          const { left, top } = range.getClientRects()[0]!;
          seen.push({ text: node.textContent!, left, top });
        }
        return seen
          .sort((a, b) => (Math.abs(a.top - b.top) > 4 ? a.top - b.top : a.left - b.left))
          .map(({ text }) => text)
          .join('');
      }, selector);
    expect(await asSeen('.site-name')).toBe(name);
    expect(await asSeen('.status')).toBe('Switched off by you on مثال.localhost and all sites under it.');
    expect(await asSeen('.site .check')).toBe('The same on مثال.localhost and all sites under it');
    await popup.close();
    await page.close();
  });

  it('switches the whole domain of a site when asked to, from any of its sites, and back without a trace', async () => {
    const www = await at.openOn('www.example.localhost');
    const shop = await at.openOn('shop.example.localhost');
    const neighbour = await at.openOn('notexample.localhost');
    let popup = await at.driver.popup(www);
    await switchOffAll(popup, 'example.localhost');
    await says(popup, 'Switched off by you on example.localhost and all sites under it');
    await shop.waitFor(isBare);
    await popup.close();

    popup = await at.driver.popup(shop);
    await says(popup, 'Switched off by you on example.localhost and all sites under it');
    // Only here: the domain keeps its switch.
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    expect(await www.evaluate(isBare)).toBe(true);
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you on example.localhost');
    await clickOn(popup, '.site .check');
    await says(popup, 'Switched off by you on this site');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    await popup.close();

    // The reader's switch on the first site gave way to that of all, and is back.
    popup = await at.driver.popup(www);
    await says(popup, 'Switched off by you on this site');
    expect(await www.evaluate(isBare)).toBe(true);
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    expect(await popup.evaluate(keys)).toEqual(['version']);
    expect(await neighbour.evaluate(isMarked)).toBe(true);
    await popup.close();
    for (const page of [www, shop, neighbour]) await page.close();
  });

  it('leaves the domain as it was switched itself when the switch of all is taken back on another of its sites', async () => {
    const domain = await at.openOn('example.localhost');
    const www = await at.openOn('www.example.localhost');
    const shop = await at.openOn('shop.example.localhost');
    let popup = await at.driver.popup(domain);
    await switchOffAll(popup, 'example.localhost');
    await shop.waitFor(isBare);
    await popup.close();

    popup = await at.driver.popup(www);
    await says(popup, 'Switched off by you on example.localhost and all sites under it');
    await clickOn(popup, '.site .check');
    await says(popup, 'Switched off by you on this site');
    await shop.waitFor(isMarked);
    await popup.close();

    popup = await at.driver.popup(domain);
    await says(popup, 'Switched off by you on this site');
    expect(await domain.evaluate(isBare)).toBe(true);
    await popup.close();
    for (const page of [domain, www, shop]) await page.close();
  });

  it('puts the switch of the domain back each time when it cannot be stored, and says so', async () => {
    const page = await at.openOn('www.example.localhost');
    const popup = await at.driver.popup(page);
    await says(popup, 'marked here');
    await popup.evaluate(() => {
      const { local } = (globalThis as unknown as ExtensionGlobal).chrome.storage;
      let failed = 0;
      const fails = () => {
        failed += 1;
        document.body.dataset.failed = String(failed);
        return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      };
      Object.assign(local, { set: fails, remove: fails });
    });
    for (const times of ['1', '2']) {
      await clickOn(popup, '.site .check');
      await popup.waitFor((wanted) => document.body.dataset.failed === wanted, times);
      await popup.waitFor(() => document.querySelector('.site [role=alert]'));
      await popup.waitFor(() => !document.querySelector<HTMLInputElement>('.site .check input')!.checked);
    }
    await popup.close();
    await page.close();
  });
});
