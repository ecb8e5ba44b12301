/** What the bench prints: a JSON line for each measurement, and at the end one that says which limits hold. */

const quantile = (list: readonly number[], q: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
const median = (list: readonly number[]): number => quantile(list, 0.5);
const round = (value: number): number => Number(value.toPrecision(3));

interface Outcome {
  name: string;
  value: number;
  most: number;
  holds: boolean;
}

export class Report {
  private readonly outcomes: Outcome[] = [];

  /**
   * The median of the ratios of runs made one after the other, with their quartiles.
   * @param most the limit for it; left out: there is none.
   */
  ratio(name: string, ours: number[], theirs: number[], against: string, most?: number, more: object = {}): void {
    const ratios = ours.map((ms, index) => ms / theirs[index]!);
    this.print({
      name,
      ratio: round(median(ratios)),
      unit: 'ratio',
      against,
      runs: ratios.length,
      quartiles: [round(quantile(ratios, 0.25)), round(quantile(ratios, 0.75))],
      median: [round(median(ours)), round(median(theirs))],
      ...more,
    });
    if (most !== undefined) this.limit(name, median(ratios), most);
  }

  /** A figure of its own, in ms or bytes. */
  figure(name: string, values: number[], unit: 'ms' | 'bytes', most?: number, more: object = {}): void {
    const quartiles = [round(quantile(values, 0.25)), round(quantile(values, 0.75))];
    this.print({
      name,
      ratio: round(median(values)),
      unit,
      against: 'nothing',
      runs: values.length,
      quartiles,
      max: round(Math.max(...values)),
      ...more,
    });
    if (most !== undefined) this.limit(name, median(values), most);
  }

  print(line: object): void {
    console.log(JSON.stringify(line));
  }

  summary(seconds: number): void {
    const broken = this.outcomes.filter(({ holds }) => !holds);
    this.print({
      name: 'summary',
      limits: this.outcomes.length,
      hold: this.outcomes.length - broken.length,
      broken: broken.map(({ name, value, most }) => `${name}: ${value} > ${most}`),
      seconds: Math.round(seconds),
    });
  }

  private limit(name: string, value: number, most: number): void {
    this.outcomes.push({ name, value: round(value), most, holds: value <= most });
  }
}
