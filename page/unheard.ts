/** What the page has told of its changes and nobody has looked at yet: looking costs more than the change did. */
import { Dirt } from './dirt.ts';
import { touchesFacts } from './touches-facts.ts';

export interface Hearer {
  /** @param late it was told a while ago, see `Scan.take`. */
  take(dirt: Dirt, late: boolean): void;
  /** Shadow roots are looked after: each element that was taken out and is back may hold some. */
  hasRoots(): boolean;
  /** It is known already that the page may say something else of itself … */
  isFactsStale(): boolean;
  /** … or it is now. */
  facts(): void;
}

export class Unheard {
  /** Records that wait. */
  size = 0;
  private batches: MutationRecord[][] = [];
  private readonly dirt = new Dirt();
  private readonly take: () => MutationRecord[];
  private readonly hearer: Hearer;

  /** @param take gives what the browser still has to tell. */
  constructor(take: () => MutationRecord[], hearer: Hearer) {
    this.take = take;
    this.hearer = hearer;
  }

  /** True when more than one batch waits: the first of them tells of a while ago. */
  get isLate(): boolean {
    return this.batches.length > 1;
  }

  add(records: MutationRecord[]): void {
    this.batches.push(records);
    this.size += records.length;
  }

  /**
   * Whether the page has told of changes that nobody has looked at yet. What the browser is still to tell belongs to it:
   * whoever asks may have been called by the very script that changed the page.
   */
  collect(): boolean {
    const records = this.take();
    if (records.length > 0) this.add(records);
    return this.size > 0;
  }

  /** Hands over what waits: from here on what is known of the page is what is so. */
  hear(late = this.batches.length > 0): void {
    // Nothing may be missing of what belongs together: what has left may be back.
    if (!this.collect()) return;
    const { batches, dirt, hearer } = this;
    this.batches = [];
    this.size = 0;
    if (!hearer.isFactsStale() && batches.some((records) => records.some(touchesFacts))) hearer.facts();
    const brief = late && !hearer.hasRoots();
    for (const records of batches) dirt.add(records, brief);
    hearer.take(dirt, late);
  }

  clear(): void {
    this.batches = [];
    this.size = 0;
    this.dirt.clear();
  }
}
