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
    ['example.com', 'example.com'],
    ['[::1]', '[::1]'],
    ['file:', 'file:'],
  ])('writes %s as people do', (site, name) => expect(readableSite(site)).toBe(name));

  it.each(['xn--.example', 'xn--a.example', 'xn--zzzzzzzzzzzz99999.example', 'xn---.example'])(
    'leaves %s as it is',
    (site) => expect(readableSite(site)).toBe(site),
  );

  it('reads punycode as Node does', () => {
    const label = fc.string({ unit: fc.constantFrom(...'azüßéøαωжяתش音楽가'), minLength: 1, maxLength: 12 });
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
