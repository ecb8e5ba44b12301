/** “A single note”, “a record year”: words that name a thing of music, used to tell another thing's kind. */

/** What goes on after a noun, rather than being told its kind: small words and the commonest verbs. */
const GOES_ON = new Set(
  (
    'a about after again against all along also although among an and are as at back be because been before being below ' +
    'between but by came can come comes could debuts did do does down during each either entered entitled even ever ' +
    'every featuring for from gave get gets goes going got had has have he held her here him his hit how however i if in ' +
    'inside instead into is it its itself just made makes may me might more most must my near never no nor not now of off ' +
    'on once one only onto or our out over per plus reached rose said sat says sells sent she should since so sold ' +
    'sounds spent still stood such than that the their them then there these they this those though through to together ' +
    'too topped took tops under until up upon us via was we well went were what when where which while who whose why ' +
    'will with within without would yet you your ' +
    // What is called after it, rather than told its kind: a single release, a record label, an advance payment.
    'business buyers chart club collection collections collector collectors companies company contract contracts cover covers deal deals edit executive ' +
    'executives fair fairs industry label labels launch mix player producer producers release releases remix shop shops sleeve ' +
    'store stores version versions payment payments'
  ).split(' '),
);
const DEFINITE =
  /(?:^|\W)(?:the|her|his|their|its|my|our|your|debut|lead|title|first|second|third|fourth|fifth|last|next|latest|new|hit|whose|['’]s)\s$/i;

/** “A single or multiple …”: it counts as the word beside it does. */
const COUNTS =
  /^ (?:and|or|and\/or|to|versus|vs\.?) (?:a )?(?:multiple|double|dual|triple|several|many|plural|married|more)(?![\w'’])/;

/** “A single sustained note”: a participle that tells a thing, not what was done to the single. */
const TOLD =
  /^(?: +|-)[a-z]+ed (?:notes?|tones?|chords?|voices?|sounds?|lines?|strings?|pitch(?:es)?|rhythms?|bars?|beats?|pieces?|units?|blocks?|files?|texts?|words?|parts?|items?|values?|groups?|systems?|layers?|cells?|objects?|days?)(?![\w'’])/;

/** “Of the single letters”: what follows is no verb. */
const UNDER = /\b(?:is|are|was|were|of|in|with|by|from|into)\s(?:the|his|her|their|its)\s$/i;

/** Whether the form between these offsets only tells the kind of the word after it. */
export function isAdjective(text: string, start: number, end: number): boolean {
  if (COUNTS.test(text.slice(end, end + 24))) return true;
  const next = /^(?: +|-)([a-z]+)(?!['’\w-])/.exec(text.slice(end, end + 24))?.[1];
  if (next === undefined)
    return /^ (?:\ufffc|[“‘"'](?:\W|[a-z])|[A-Z]{2,} [a-z])|^, [a-z]+ed [a-z]* ?(?:notes?|tones?|chords?|voices?|sounds?)(?!\w)/.test(
      text.slice(end, end + 40),
    );
  if (next === 'hit' && /\b(?:an?|one|any|every|each) $/i.test(text.slice(Math.max(0, start - 6), start))) return true;
  if (GOES_ON.has(next) || /ly$/.test(next)) return false;
  if (/ed$/.test(next)) return TOLD.test(text.slice(end, end + 48));
  // “The single tells of …”: a verb.
  const before = text.slice(Math.max(0, start - 20), start);
  return !(/[^s]s$/.test(next) && DEFINITE.test(before) && !UNDER.test(before));
}
