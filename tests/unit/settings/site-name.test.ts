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

  /** In the name system's form, which is another one. */
  function inPunycode(name: string): string {
    const site = domainToASCII(name);
    expect(site).toContain('xn--');
    expect(domainToUnicode(site)).toBe(name);
    return site;
  }
  it.each([
    ['of Cyrillic letters', 'еьау.com аӏіехргеѕѕ.com пгь.com ҽхо.com ѡ.com ԍоо.com ғасе.com ҫар.com сүрер.com'],
    ['of Cyrillic letters with accents', 'ёѕсо.com їсо.com ўа.com'],
    ['of Greek letters', 'όο.com γοο.com ωινε.com ηοτ.com'],
    ['of Armenian letters', 'օզ.com'],
    ['at home in another country', 'ναι.am хо.gr օզ.ru'],
    ['of rings', '\u05e1\u05e1.com \u0647\u0647.com ౦౦.com ဝဝ.com ଠଠ.com 〇〇.com'],
    ['of rings and digits', '౦1.com'],
    ['with an East Asian stroke for a sign', 'google.comノaccount.evil.jp payーpal.com 1ン.com comソa.jp comゾa.jp'],
    ['with an East Asian stroke for a letter', 'pay一pal.com g〇〇gle.com l丨nk.com ㄧnk.com'],
    ['with part of a Korean syllable', 'paypaᅵ.com'],
    ['with a Latin letter out of use', 'ĸa.com ƅa.com ƨa.com ƽa.com ƿa.com ǝa.com ȝa.com ȷa.com'],
    ['with a dot out of its place', 'pay·pal.com l·a.cat ・a.jp a・b.jp ハ・.jp'],
    ['with a digit first among letters from right to left', 'עברית.123.com 1a.עברית.com مثال.1.com'],
  ])('keeps a name %s in punycode', (_, names) => {
    for (const site of names.split(' ').map(inPunycode)) expect(readableSite(site)).toBe(site);
  });

  it.each([
    ['of its own country', 'ναι.gr κινα.gr ακτινα.gr χορ.gr ναι.cy հոս.am ухо.su ухо.com.ua'],
    ['of its own top domain', 'ухо.рф ναι.ελ'],
    ['of letters that only partly look Latin', 'ёж.com παιδί.com'],
    ['of Japan', 'ハリー・ポッター.jp 〆切.jp ノート.jp 一番.jp tシャツ.jp'],
    ['of Catalonia', 'paral·lel.cat col·lecció.cat'],
    ['written from right to left', 'עברית.com a1.עברית.com'],
  ])('shows a name %s', (_, names) => {
    for (const name of names.split(' ')) expect(readableSite(inPunycode(name))).toBe(name);
  });

  it('never shows a label of two scripts in letters', () => {
    const all = Array.from({ length: 0x3000 }, (_, point) => String.fromCodePoint(point));
    const kept = all.filter((letter) => domainToUnicode(domainToASCII(`${letter}.example`)) === `${letter}.example`);
    const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian'].map((script) =>
      kept.filter((letter) => new RegExp(`\\p{Script=${script}}`, 'u').test(letter)),
    );
    for (const letters of scripts) expect(letters.length).toBeGreaterThan(25);
    const some = (letters: readonly string[]) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 });
    const mixed = fc
      .shuffledSubarray(scripts, { minLength: 2, maxLength: 2 })
      .chain(([one, other]) => fc.tuple(some(one!), some(other!)))
      .chain(([one, other]) => fc.shuffledSubarray([...one, ...other], { minLength: one.length + other.length }));
    fc.assert(
      fc.property(mixed, fc.constantFrom('com', 'gr', 'am', 'ru', 'рф', 'ελ'), (letters, top) => {
        const site = domainToASCII(`${letters.join('')}.${top}`);
        fc.pre(site !== '');
        expect(readableSite(site)).toBe(site);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads punycode as Node does', () => {
    const script = fc.constantFrom('azüßéøåñ音楽가', 'λξδψ', 'жяй', 'תאבג', 'شمثل');
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
