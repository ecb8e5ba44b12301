/**
 * The 35 claims of the article that this project began with, in our own words, and what became of each: the places
 * that carry it, or why it was left out. Where a claim only holds with limits, the places carry the limited form.
 */

/** Somewhere in the glossary; `says` must occur in its text. */
export type Place =
  | { term: string; definition: RegExp }
  | { term: string; form: string }
  | { term: string; fact: RegExp }
  | { term: string; confusedWith: string }
  | { term: string; disputed: true }
  | { comparison: string; row: string; column: string; says: RegExp };

export interface Claim {
  id: string;
  claim: string;
  lands: Place[];
  /** Why no entry states it, or not as the article did. */
  leftOut?: string;
}

/** The comparison that answers the article's own title. */
const FIRST = 'producer-engineer-beatmaker';
const ENGINEERS = 'recording-mix-mastering-engineer';

export const CLAIMS: Claim[] = [
  {
    id: 'S1',
    claim: 'People swap "music engineer" and "music producer".',
    lands: [
      { term: 'audio-engineer', form: 'music engineer' },
      { term: 'audio-engineer', confusedWith: 'producer' },
      { term: 'audio-engineer', fact: /Music Producer/ },
    ],
  },
  {
    id: 'S2',
    claim: 'Both work as a team with the artist; their skills overlap, yet the jobs differ.',
    lands: [{ comparison: FIRST, row: 'Where they overlap', column: 'audio-engineer', says: /produce/ }],
  },
  {
    id: 'S3',
    claim: 'Engineers run the soundboard and everything technical.',
    lands: [
      { term: 'audio-engineer', definition: /technical side/ },
      { term: 'console', form: 'soundboard' },
    ],
  },
  {
    id: 'S4',
    claim: 'The producer is in charge of which sounds are in the song.',
    lands: [{ comparison: FIRST, row: 'Decides', column: 'producer', says: /arrangement|sound/i }],
  },
  {
    id: 'S5',
    claim: 'The engineer manages the technical side.',
    lands: [{ term: 'audio-engineer', fact: /technology/ }],
  },
  {
    id: 'S6',
    claim: 'Engineering includes the science of recording, such as acoustics.',
    lands: [
      { term: 'acoustics', fact: /acoustical engineering/ },
      { term: 'audio-engineer', confusedWith: 'acoustical-engineer' },
    ],
  },
  {
    id: 'S7',
    claim: 'The engineer prepares and operates sound equipment.',
    lands: [{ term: 'audio-engineer', fact: /setting up and testing/ }],
  },
  {
    id: 'S8',
    claim: 'The engineer edits recordings with tools and software.',
    lands: [{ term: 'audio-editor', definition: /joined|tightens|cuts/i }],
  },
  {
    id: 'S9',
    claim: 'The engineer prepares and treats the recording space.',
    lands: [
      { comparison: FIRST, row: 'Hands-on with', column: 'audio-engineer', says: /room set-up/ },
      { term: 'acoustics', fact: /[Tt]reatment/ },
    ],
  },
  {
    id: 'S10',
    claim: "A producer's job is mostly managerial.",
    lands: [
      { term: 'producer', fact: /creative and the practical/ },
      { term: 'producer', definition: /hip-hop/ },
    ],
    leftOut: 'Not with "mostly": reference works give the producer a creative lead as well.',
  },
  {
    id: 'S11',
    claim: 'Producers make almost all decisions.',
    lands: [
      { term: 'producer', fact: /artist's goals/ },
      { term: 'executive-producer', fact: /last word/ },
    ],
  },
  {
    id: 'S12',
    claim: 'They decide instruments, when and where these play, the notes sung and where to record.',
    lands: [
      { term: 'arranger', definition: /instruments/ },
      { term: 'vocal-producer', definition: /vocal/ },
      { term: 'topliner', definition: /melody/ },
    ],
  },
  { id: 'S13', claim: 'A producer is like a film director.', lands: [{ term: 'producer', fact: /film director/ }] },
  {
    id: 'S14',
    claim: 'Producers work behind the scenes.',
    lands: [{ comparison: FIRST, row: 'Is not', column: 'producer', says: /./ }],
    leftOut: 'Stated by what the producer does rather than by where they stand.',
  },
  { id: 'S15', claim: 'The producer builds the team.', lands: [{ term: 'producer', fact: /session players/ }] },
  {
    id: 'S16',
    claim: "Mixing the tracks is the producer's responsibility.",
    lands: [
      { term: 'mixing', fact: /producers supervise it/ },
      { term: 'mixing', form: 'mixing tracks' },
    ],
    leftOut: 'Contradicted: mixing belongs to the engineer or mixer; some producers do it themselves.',
  },
  {
    id: 'S17',
    claim: 'The producer organises money and budget.',
    lands: [{ term: 'producer', fact: /recording budget/ }],
  },
  {
    id: 'S18',
    claim: 'The producer makes the financial decisions.',
    lands: [{ term: 'executive-producer', fact: /budget/ }],
  },
  {
    id: 'S19',
    claim: 'The producer aims at the finished product and has to explain it to team and engineer.',
    lands: [{ term: 'audio-engineer', fact: /conferring with producers/ }],
  },
  {
    id: 'S20',
    claim: 'Producers wear more hats every year.',
    lands: [{ term: 'producer', fact: /engineer everything themselves/ }],
    leftOut: 'The yearly growth is unmeasured.',
  },
  {
    id: 'S21',
    claim: 'One producer now does the work of a whole crew of former years.',
    lands: [],
    leftOut: 'No source; an opinion with a made-up figure.',
  },
  {
    id: 'S22',
    claim: 'The lines will go on blurring.',
    lands: [{ comparison: FIRST, row: 'Where they overlap', column: 'producer', says: /engineer/ }],
    leftOut: 'The present overlap is stated; the future is a guess.',
  },
  {
    id: 'S23',
    claim: 'Affordable music programs bent the meaning of "producer".',
    lands: [
      { term: 'fl-studio', form: 'Fruity Loops' },
      { term: 'beatmaker', fact: /hip-hop simply said 'producer'/ },
    ],
    leftOut: 'Contradicted in its order of events: hip-hop said producer in the days of the drum machine.',
  },
  {
    id: 'S24',
    claim: 'Anyone with a laptop and such a program calls themselves a producer.',
    lands: [{ term: 'daw', fact: /[Oo]wning one/ }],
  },
  {
    id: 'S25',
    claim: 'Those who make beats are beatmakers rather than producers.',
    lands: [
      { term: 'beatmaker', disputed: true },
      { term: 'beatmaker', confusedWith: 'producer' },
    ],
    leftOut: 'Disputed: both sides are shown.',
  },
  {
    id: 'S26',
    claim: 'A producer has to be more than a beatmaker, and good at business.',
    lands: [{ comparison: FIRST, row: 'Responsible for', column: 'producer', says: /budget/ }],
  },
  {
    id: 'S27',
    claim: 'The producer makes a track that sells to its audience.',
    lands: [{ term: 'record-label', definition: /promotes/ }],
    leftOut: "Selling is the label's and the manager's work.",
  },
  {
    id: 'S28',
    claim: 'Neither job needs formal education.',
    lands: [
      { comparison: FIRST, row: 'Training', column: 'producer', says: /licence/ },
      { comparison: FIRST, row: 'Training', column: 'audio-engineer', says: /post-secondary/ },
    ],
    leftOut: 'Half the story: no licence is needed, yet engineers typically hold an award after school.',
  },
  {
    id: 'S29',
    claim: 'A degree helps and may speed up the way into a studio.',
    lands: [{ comparison: FIRST, row: 'Training', column: 'producer', says: /college/ }],
  },
  {
    id: 'S30',
    claim: 'Most people learn the trade as interns or apprentices.',
    lands: [{ term: 'assistant-engineer', fact: /apprenticeship route has thinned out/ }],
    leftOut: 'Contradicted for the present day: that route has shrunk.',
  },
  {
    id: 'S31',
    claim: 'Skill decides who gets work.',
    lands: [{ comparison: FIRST, row: 'Training', column: 'producer', says: /experience/ }],
  },
  { id: 'S32', claim: 'Clients never ask to see a diploma.', lands: [], leftOut: 'Unmeasured.' },
  {
    id: 'S33',
    claim: 'Beginners are producer and engineer in one.',
    lands: [{ comparison: ENGINEERS, row: 'Where they overlap', column: 'recording-engineer', says: /at home/ }],
  },
  {
    id: 'S34',
    claim: 'Later the jobs separate.',
    lands: [{ comparison: ENGINEERS, row: 'When', column: 'mastering-engineer', says: /Last/ }],
  },
  {
    id: 'S35',
    claim: 'Together they create the music.',
    lands: [{ comparison: FIRST, row: 'Works with', column: 'producer', says: /engineer/ }],
  },
];

/** Wordings that would state a contradicted or disputed claim as plain fact. */
export const NEVER_STATED: { id: string; wording: RegExp }[] = [
  { id: 'S16', wording: /\bproducers? (?:is|are) responsible for (?:the )?mix|mixing is (?:the|a) producer's/i },
  { id: 'S21', wording: /\b(?:10|ten) (?:people|persons|different people)\b/i },
  {
    id: 'S23',
    wording: /\b(?:Fruity ?Loops|FL Studio|Ableton|Logic)\b.*\b(?:distort|water(?:ed)? down|cheapen|ruin)/i,
  },
  { id: 'S25', wording: /\bbeat ?makers? (?:is|are) not (?:a |real )?producers?|\bnot producers? but beat ?makers?/i },
  {
    id: 'S28',
    wording:
      /\bno (?:formal )?(?:education|training|degree|qualification)s? (?:is |are )?(?:needed|required|necessary)/i,
  },
  { id: 'S30', wording: /\bmost\b.*\b(?:internships?|apprenticeships?|interns?|apprentices?)\b/i },
];
