/** When the page is read as a whole (what it is about, core/sense/page.ts) before its words are judged. */
import type { PageFacts } from '../core/sense/types.ts';
import type { Scan } from './scan.ts';
import type { Verdicts } from './verdicts.ts';

type Course =
  /** Not everything that was to be read has been read yet. */
  | 'first'
  | 'resting'
  /** The page is changing: its reading does not follow each small step. */
  | 'changing';

export class PageReadings {
  facts: PageFacts;
  private readonly scan: Scan;
  private readonly verdicts: Verdicts;
  private course: Course = 'first';
  /** Something that bears on the reading has changed. */
  private stale = true;
  /** A part of the page was left unread when it was read last. */
  private partial = false;

  constructor(facts: PageFacts, scan: Scan, verdicts: Verdicts) {
    this.facts = facts;
    this.scan = scan;
    this.verdicts = verdicts;
  }

  /** The page says something else of itself. */
  setFacts(facts: PageFacts): void {
    this.facts = facts;
    this.stale = true;
  }

  /** The page has changed. */
  changed(): void {
    if (this.course !== 'first') this.course = 'changing';
  }

  /** The page has come to rest, or has become another one: it is read as if for the first time. True when that may tell. */
  settle(): boolean {
    if (this.course !== 'changing') return false;
    this.course = 'resting';
    this.stale = true;
    return true;
  }

  /** All that was to be read has been read and judged. */
  complete(): void {
    if (this.course === 'first') this.course = 'resting';
  }

  /** Reads the page anew, when it may read otherwise. */
  update(): void {
    const { scan, verdicts, facts } = this;
    const partial = !scan.isWhole;
    if (!this.stale && !scan.known.totalsChanged && !(this.partial && !partial)) return;
    scan.known.totalsChanged = false;
    this.stale = false;
    this.partial = partial;
    const keeps = this.course === 'changing' || (partial && this.course !== 'first');
    verdicts.readPage(facts, scan.known.totals, scan.roots.values(), keeps);
  }

  reset(): void {
    this.course = 'first';
    this.stale = true;
    this.partial = false;
  }
}
