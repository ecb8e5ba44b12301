/** Finds the hand-written comparison that a reader has in mind: "live vs studio engineer", "dynamic vs condenser". */
import type { Comparison, Term } from './schema.ts';

/** What one column may be called, most telling first: each in the words that `words` makes of it. */
interface Column {
  id: string;
  /** Its part of the title, its name and its forms. */
  names: string[];
  /** Its part of the title without the word that all share ("FOH" of "FOH engineer"), or with it. */
  short: string[];
}

export interface WrittenFor {
  /** The asked columns of the best comparison that has them all, in the order asked; undefined when none does. */
  find(parts: readonly string[]): string[] | undefined;
}

/** From how many characters on a beginning tells a name. */
const TELLING = 3;

/** @param words the words of a text as the search compares them. */
export function writtenFor(
  comparisons: readonly Comparison[],
  termOf: (id: string) => Term | undefined,
  words: (text: string) => string[],
): WrittenFor {
  const key = (text: string) => words(text).join(' ');
  const tables = comparisons.map(({ title, columns }) => {
    const labels = title.split(/ vs\.? /).map(key);
    const shared = labels.at(-1)?.split(' ').slice(-1)[0] ?? '';
    return columns.map((id, index): Column => {
      const term = termOf(id);
      const label = labels.length === columns.length ? labels[index]! : '';
      const short = label.endsWith(` ${shared}`) ? label.slice(0, -shared.length - 1) : `${label} ${shared}`;
      return {
        id,
        names: [label, ...(term ? [term.name, ...term.forms.map(({ text }) => text)].map(key) : [])].filter(Boolean),
        short: label ? [short] : [],
      };
    });
  });

  return {
    find(parts) {
      const asked = parts.map(key);
      const found = tables.flatMap((columns) => {
        const match = assign(asked, columns);
        // Columns that were not asked for make a table a little less likely to be the one meant.
        return match ? [{ ...match, cost: match.cost + (columns.length - asked.length) * 0.1 }] : [];
      });
      return found.toSorted((a, b) => a.cost - b.cost)[0]?.ids;
    },
  };
}

/** A column for each part, none twice, at the least cost; undefined when a part names none. */
function assign(parts: readonly string[], columns: readonly Column[]): { ids: string[]; cost: number } | undefined {
  const [part, ...others] = parts;
  if (part === undefined) return { ids: [], cost: 0 };
  let best: { ids: string[]; cost: number } | undefined;
  for (const column of columns) {
    const cost = costOf(part, column);
    const rest =
      cost === undefined
        ? undefined
        : assign(
            others,
            columns.filter((other) => other !== column),
          );
    if (cost === undefined || !rest) continue;
    if (!best || cost + rest.cost < best.cost) best = { ids: [column.id, ...rest.ids], cost: cost + rest.cost };
  }
  return best;
}

function costOf(part: string, { names, short }: Column): number | undefined {
  if (names.includes(part)) return 0;
  if (short.includes(part)) return 0.5;
  return part.length >= TELLING && names.some((name) => name.startsWith(part)) ? 1 : undefined;
}
