/**
 * Internationalised names that could be taken for others. Browsers show such a name as punycode too, by longer lists
 * (UTS 39, and for Chromium docs/idn.md in its source); here the address stands in their own bar as well.
 */
import { lazyPattern } from '../lazy-pattern.ts';

/** Scripts in everyday use of which a label holds one alone. Latin and those of East Asia stand together in many names. */
const ALONE = 'Arab Armn Beng Cyrl Deva Ethi Geor Grek Gujr Guru Hebr Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu Thai'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`);
/**
 * Small Latin letters as languages write them: not those of phonetics, nor `ĸ ƅ ƨ ƽ ƿ ǝ ȝ ȷ`, for each of these looks
 * like another letter or a digit.
 */
const LATIN =
  'a-z\u00df-\u00f6\u00f8-\u0137\u0139-\u0184\u0186-\u01a7\u01a9-\u01bc\u01cd-\u01dc\u01de-\u021c\u021e-\u0236\u0238-\u024f\u0259\u1e00-\u1eff';
/** With 〆, and ー, which makes a vowel of kana long. */
const JAPANESE = '\\p{Script=Hani}\\p{Script=Hira}\\p{Script=Kana}\u3006\u30fc';
/** Of Korean whole syllables: some of their parts are mere strokes. */
const EAST_ASIA = `${JAPANESE}\uac00-\ud7a3\\p{Script=Bopo}`;
const ONE_SCRIPT = lazyPattern([...ALONE, LATIN + EAST_ASIA].map((letters) => `^[${letters}0-9_-]+$`).join('|'));

/** Dots within words: of Catalan (`col·lecció`), and between Japanese ones (ハリー・ポッター). */
const DOTS = lazyPattern(`(?<=l)\u00b7(?=l)|(?<=[${JAPANESE}])\u30fb(?=[${JAPANESE}])`, 'gu');

/** East Asian strokes and rings that look like `/`, `-`, `l` or `o` beside a Latin letter or a digit. */
const STROKES = '[ーノソゾン〇一丨丶丿乀乁\\p{Script=Bopo}]';
const STROKE_BESIDE_LATIN = lazyPattern(`[${LATIN}0-9]${STROKES}|${STROKES}[${LATIN}0-9]`);

/**
 * Letters of other scripts that Latin ones look like, bare of accents, and the country domains where they are at home:
 * whoever reads a name there takes it for what it is.
 */
const LIKE_LATIN = [
  ['аеіјорсухһӏѕѵԁԛԝьпгъҽѡԍғҫүұҳ', 'ru su ua by bg kz uz kg mn tj rs mk'],
  ['οναικρτυχγωηε', 'gr cy'],
  ['ոսօցհզգ', 'am'],
  // Rings: the `o` of many scripts, of Hebrew and Arabic first.
  ['\u05e1\u0647ዐოഠ൦ဝ၀ଠ୦০०੦૦௦౦೦๐໐០〇', ''],
].map(([letters, home]) => ({ letters: new RegExp(`^[${letters}]+$`, 'u'), home: home!.split(' ') }));

const NO_LETTERS = lazyPattern(String.raw`[\p{M}0-9_-]`, 'gu');

function looksLatin(label: string, top: string): boolean {
  const bare = label.normalize('NFD').replace(NO_LETTERS(), '');
  return LIKE_LATIN.some(({ letters, home }) => letters.test(bare) && !home.includes(top));
}

const FROM_RIGHT_TO_LEFT = lazyPattern(String.raw`[\p{Script=Arab}\p{Script=Hebr}]`);
const BEGINS_WITH_DIGIT = lazyPattern(String.raw`(?:^|\.)\p{Nd}`);

/** A label that begins with a digit changes its place among letters that run from right to left. */
const isJumbled = (name: string): boolean => FROM_RIGHT_TO_LEFT().test(name) && BEGINS_WITH_DIGIT().test(name);

/**
 * Whether a name of these labels, in letters, misleads: its labels would not stand in their order, or one of them mixes
 * scripts, holds what passes for a sign or a Latin letter, or looks wholly Latin under a Latin top domain and is not.
 */
export function isDeceptive(labels: readonly string[]): boolean {
  const top = labels.at(-1)!;
  const isUnderLatin = /^[a-z]/.test(top);
  return (
    isJumbled(labels.join('.')) ||
    labels.some(
      (label) =>
        !ONE_SCRIPT().test(label.replace(DOTS(), '')) ||
        STROKE_BESIDE_LATIN().test(label) ||
        (isUnderLatin && looksLatin(label, top)),
    )
  );
}
