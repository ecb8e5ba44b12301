import { siteFromText } from './site.ts';

/**
 * A site as people write it: `xn--bcher-kva.example` → `bücher.example`. What is no sound punycode stays as it is, and so
 * does a name that could be taken for another one.
 */
export function readableSite(site: string): string {
  if (!site.includes('xn--')) return site;
  const labels = site.split('.').map((label) => (label.startsWith('xn--') ? decode(label.slice(4)) : label));
  const readable = labels.join('.');
  return siteFromText(readable) === site && !isDeceptive(labels) ? readable : site;
}

/** Scripts in everyday use of which a label holds one alone. Latin and those of East Asia stand together in many names. */
const ALONE = 'Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hebr Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thai'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`);
/** Small Latin letters as languages write them: not those of phonetics, some of which look like plain ones. */
const LATIN = 'a-z\u00df-\u00f6\u00f8-\u01bf\u01cd-\u024f\u0259\u1e00-\u1eff';
const EAST_ASIA = 'Hani Hira Kana Hang Bopo'.split(' ').map((script) => `\\p{Script=${script}}`);
const ONE_SCRIPT = new RegExp(
  [...ALONE, `${LATIN}${EAST_ASIA.join('')}\u30fc`].map((letters) => `^[${letters}0-9_-]+$`).join('|'),
  'u',
);
/** Made of letters alone that Latin ones look like: Cyrillic, Greek and Armenian. */
const LIKE_LATIN = /^[аеіјорсухһӏѕѵԁԛԝοναικρτυχոսօցհ0-9_-]+$/;

/**
 * Browsers show such a name as punycode too: one that mixes scripts in a label, or looks wholly Latin and is not, under a
 * domain whose name is Latin. They go by longer lists (UTS 39); here the address stands in their own bar as well.
 */
function isDeceptive(labels: readonly string[]): boolean {
  const isUnderLatin = /^[a-z]/.test(labels.at(-1)!);
  return labels.some(
    (label) => !ONE_SCRIPT.test(label) || (isUnderLatin && /[^0-9_-]/.test(label) && LIKE_LATIN.test(label)),
  );
}

/** Of RFC 3492, section 5. */
const BASE = 36;
const DAMP = 700;

/** Punycode decoded (RFC 3492, section 6.2); as far as it goes when it is not sound. */
function decode(text: string): string {
  const delimiter = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(0, delimiter))].map((letter) => letter.charCodeAt(0));
  let point = 128;
  let bias = 72;
  let place = 0;
  for (let at = delimiter + 1; at < text.length; ) {
    const before = place;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = Number.parseInt(text[at] ?? '', BASE);
      if (Number.isNaN(digit)) return '';
      // Punycode counts a to z, then 0 to 9.
      const value = (digit + 26) % BASE;
      at += 1;
      place += value * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const count = points.length + 1;
    bias = adapted(place - before, count, before === 0);
    point += Math.floor(place / count);
    place %= count;
    if (point > 0x10ffff) return '';
    points.splice(place, 0, point);
    place += 1;
  }
  return String.fromCodePoint(...points);
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
