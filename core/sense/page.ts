import { isForeign, mayBeEnglish } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { evidenceOf, readBlock } from './read.ts';
import type { BlockReading, PageFacts, PageReading, Totals } from './types.ts';

/** The page as this judge reads it. */
export interface Page extends PageReading {
  /** How far the page leans to music, in steps from -2 to 2; 0 when it does not say. */
  lean: number;
}

/** How far the exact leaning may be from the step it was rounded to before another step is taken. */
const STAYS = 0.8;

export const pageOf = (page: PageReading): Page => page as Page;

/** Adds what one block holds to the sums over its page, or takes it away. */
export function addTotals(totals: Totals, reading: BlockReading, sign: 1 | -1): void {
  const { music, other, english, foreign } = evidenceOf(reading);
  totals.length += sign * reading.length;
  totals.music += sign * music;
  totals.other += sign * other;
  totals.english += sign * english;
  totals.foreign += sign * foreign;
}

/** Types of schema.org that say what a page is about. */
const MUSIC_TYPES = /^(?:Music\w*|Song|PodcastMusic|Album)$/;
/** Types of what was recorded, written or released itself: hardly a word on such a page is not about it. */
const RECORD_TYPES = /^(?:Music(?:Album|Recording|Release|Composition)|Song)$/;
const OTHER_TYPES =
  /^(?:Movie|TVSeries|TVEpisode|JobPosting|Recipe|SoftwareApplication|SoftwareSourceCode|TechArticle|VideoGame|Book|Product|APIReference|SportsEvent|MedicalWebPage)$/;

/** The page's own evidence. With the reading `before`, it keeps to that one unless the evidence has clearly moved. */
export function readPage(lexicon: Lexicon, facts: PageFacts, totals: Totals, before?: Page): Page {
  const readable = mayBeEnglish(facts.lang) && !isForeign(totals);
  const exact = readable ? leanOf(lexicon, facts, totals) : 0;
  const stays = before?.readable === readable && Math.abs(exact - before.lean) <= STAYS;
  const lean = stays ? before.lean : Math.round(exact);
  return { key: `${readable ? 'en' : 'no'}${lean}`, readable, lean };
}

/** From -2 (other subjects) to 2 (music), in log-odds of the words said. */
function leanOf(lexicon: Lexicon, facts: PageFacts, totals: Totals): number {
  const texts = [facts.title, facts.description, ...(facts.headings ?? []).slice(0, 20), words(facts.url)];
  let music = 0;
  let other = 0;
  for (const text of texts) {
    if (!text) continue;
    const said = evidenceOf(readBlock(lexicon, text));
    music += 2 * Math.min(4, said.music / 100);
    other += 2 * Math.min(4, said.other / 100);
  }
  for (const type of facts.types ?? []) {
    if (MUSIC_TYPES.test(type)) music += RECORD_TYPES.test(type) ? 14 : 6;
    if (OTHER_TYPES.test(type)) other += 3;
  }
  // Long pages speak by what they hold as well; short ones are already heard through the words around.
  if (totals.length > 4000) {
    const per = 4000 / totals.length;
    music += (totals.music / 100) * per;
    other += (totals.other / 100) * per;
  }
  return Math.max(-2, Math.min(2, Math.log((music + 4) / (other + 4))));
}

/** The words of an address: `https://mix.example/record-production` → `mix example record production`. */
function words(url: string | undefined): string {
  return url ? url.replace(/^\w+:\/\/(?:www\.)?/, '').replace(/[^A-Za-z]+/g, ' ') : '';
}
