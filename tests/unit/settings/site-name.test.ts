import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteOf } from '../../../core/settings/site.ts';
import { readableSite } from '../../../core/settings/site-name.ts';

describe('readableSite', () => {
  it.each([
    ['xn--bcher-kva.example', 'bücher.example'],
    ['www.xn--66v140h.jp', 'www.音楽.jp'],
    ['xn--mgbh0fb.xn--kgbechtv', 'مثال.إختبار'],
    ['xn--fa-hia.de', 'faß.de'],
    ['xn--80aa2cbv.xn--p1ai', 'сахар.рф'],
    ['xn--80adsgcioy1d.com', 'москвичка.com'],
    ['127-0.xn--bcher-kva.example', '127-0.bücher.example'],
    ['example.com', 'example.com'],
    ['[::1]', '[::1]'],
    ['file:', 'file:'],
  ])('writes %s as people do', (site, name) => expect(readableSite(site)).toBe(name));

  it.each(['xn--.example', 'xn--a.example', 'xn--zzzzzzzzzzzz99999.example', 'xn---.example'])(
    'leaves %s as it is',
    (site) => expect(readableSite(site)).toBe(site),
  );

  it.each([
    ['of Cyrillic letters that look like “apple”', 'xn--80ak6aa92e.com'],
    ['with one Cyrillic letter among Latin ones', 'xn--pple-43d.com'],
    ['with one Greek letter among Latin ones', 'xn--pple-zld.com'],
    ['of Greek letters that look like “vivo”', 'xn--uxahbi.com'],
    ['with a letter of phonetics', 'xn--goole-tmc.com'],
    ['of which only a part deceives', 'xn--bcher-kva.xn--80ak6aa92e.com'],
  ])('keeps a name %s as it is in the name system', (_, site) => {
    expect(domainToUnicode(site)).not.toBe(site);
    expect(readableSite(site)).toBe(site);
  });

  it('reads punycode as Node does', () => {
    const script = fc.constantFrom('azüßéøåñ音楽가', 'λωδψ', 'жяй', 'תאבג', 'شمثل');
    const label = script.chain((letters) =>
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(label, (name) => {
        const site = siteOf(`http://${domainToASCII(`${name}.example`)}/`);
        fc.pre(site !== null);
        expect(readableSite(site!)).toBe(domainToUnicode(site!));
      }),
      { numRuns: 500 },
    );
  });
});
