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

/** What one block adds to the sums over its page. */
export function blockTotals(reading: BlockReading): Totals {
  const { entries, english, foreign } = evidenceOf(reading);
  let music = 0;
  let other = 0;
  for (const { speaks } of entries) {
    if (speaks > 0) music += speaks;
    else other -= speaks;
  }
  return { music, other, length: reading.length, english, foreign };
}

/** Types of schema.org that say what a page is about. */
const MUSIC_TYPES = /^(?:Music\w*|Song|PodcastMusic|Album)$/;
const OTHER_TYPES =
  /^(?:Movie|TVSeries|TVEpisode|JobPosting|Recipe|SoftwareApplication|SoftwareSourceCode|TechArticle|VideoGame|Book|Product|APIReference|SportsEvent|MedicalWebPage)$/;

/** The page's own evidence. With the reading `before`, it keeps to that one unless the evidence has clearly moved. */
export function readPage(lexicon: Lexicon, facts: PageFacts, totals: Totals, before?: Page): Page {
  const counts = { english: totals.english ?? 0, foreign: totals.foreign ?? 0 };
  const readable = mayBeEnglish(facts.lang) && !isForeign(counts);
  const exact = readable ? leanOf(lexicon, facts, totals) : 0;
  const stays = before?.readable === readable && Math.abs(exact - before.lean) <= STAYS;
  const lean = stays ? before.lean : Math.round(exact);
  return { key: `${readable ? 'en' : 'no'}${lean}`, readable, lean };
}

/** From -2 (other subjects) to 2 (music), in log-odds of the words said. */
function leanOf(lexicon: Lexicon, facts: PageFacts, totals: Totals): number {
  const said = [facts.title, facts.description, ...(facts.headings ?? []).slice(0, 20), words(facts.url)];
  let music = 0;
  let other = 0;
  for (const text of said) {
    if (!text) continue;
    const sums = blockTotals(readBlock(lexicon, text));
    music += 2 * Math.min(4, sums.music!);
    other += 2 * Math.min(4, sums.other!);
  }
  for (const type of facts.types ?? []) {
    if (MUSIC_TYPES.test(type)) music += 6;
    if (OTHER_TYPES.test(type)) other += 3;
  }
  // Long pages speak by what they hold as well; short ones are already heard through the words around.
  if ((totals.length ?? 0) > 4000) {
    const per = 4000 / totals.length!;
    music += totals.music! * per;
    other += totals.other! * per;
  }
  return Math.max(-2, Math.min(2, Math.log((music + 4) / (other + 4))));
}

/** The words of an address: `https://mix.example/record-production` → `mix example record production`. */
function words(url: string | undefined): string {
  return url ? url.replace(/^\w+:\/\/(?:www\.)?/, '').replace(/[^A-Za-z]+/g, ' ') : '';
}
