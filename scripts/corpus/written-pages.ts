/**
 * Pages of our own with the words to be marked between stars (tests/fixtures/pages), read and judged as whole pages: a
 * line is a block, `# ` a heading, an empty line sets the next block further off, `---` begins another article. Words
 * between tildes, and all words of a line without stars, must not be marked.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mayBeMusical } from '../../core/sense/gate.ts';
import { type Block, emptyTotals, type Judge, type PageFacts, type Verdict } from '../../core/sense/types.ts';

export interface WrittenPage extends PageFacts {
  name: string;
  text: string;
}

/** All pages of a folder, by file. */
export function readWrittenPages(folder: string): { file: string; pages: WrittenPage[] }[] {
  return readdirSync(folder).map((file) => {
    const pages = parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Omit<WrittenPage, 'name'>>;
    return { file, pages: Object.entries(pages).map(([name, page]) => ({ name, ...page })) };
  });
}

interface Span {
  start: number;
  end: number;
}

interface WrittenLine {
  text: string;
  heading: boolean;
  boundary: Block['boundary'];
  wanted: Span[];
  unwanted: Span[];
}

export interface Outcome {
  /** How many words were to be marked. */
  wanted: number;
  /** Those that were not, and what was marked but should not have been: page, word, line. */
  missed: string[];
  wrong: string[];
}

/** Judges a page and compares the marks with its stars and tildes. */
export function judgeWrittenPage(judge: Judge, { name, text, ...facts }: WrittenPage): Outcome {
  const lines = linesOf(text);
  const isRead = mayBeMusical(lines.map((line) => line.text).join('\n'));
  const blocks = lines.map(({ text, heading, boundary }): Block => ({ reading: judge.read(text), heading, boundary }));
  const totals = emptyTotals();
  for (const { reading } of blocks) judge.count(totals, reading, 1);
  const headings = lines.filter(({ heading }) => heading).map((line) => line.text);
  const page = judge.page({ ...facts, headings }, totals);
  const verdicts: Verdict[][] = isRead ? judge.judge(blocks, page) : blocks.map(() => []);
  const outcome: Outcome = { wanted: 0, missed: [], wrong: [] };
  lines.forEach((line, i) => {
    const marks = verdicts[i]!.filter(({ music }) => music).map(({ candidate }) => candidate);
    const tell = (word: string) => `${name}: ${word}: ${line.text}`;
    const isMarked = (span: Span) => marks.some((mark) => mark.start < span.end && span.start < mark.end);
    const words = (spans: Span[]) => spans.map(({ start, end }) => tell(line.text.slice(start, end)));
    outcome.wanted += line.wanted.length;
    outcome.missed.push(...words(line.wanted.filter((span) => !isMarked(span))));
    outcome.wrong.push(...words(line.unwanted.filter(isMarked)));
    if (line.wanted.length === 0) outcome.wrong.push(...marks.map(({ surface }) => tell(surface)));
  });
  return outcome;
}

function linesOf(text: string): WrittenLine[] {
  const lines: WrittenLine[] = [];
  let boundary: Block['boundary'] = 2;
  for (const written of text.trim().split('\n')) {
    if (written === '---') boundary = 2;
    else if (written === '') boundary = Math.max(boundary, 1) as 1 | 2;
    else {
      const heading = written.startsWith('# ');
      lines.push({ heading, boundary, ...unstarred(heading ? written.slice(2) : written) });
      boundary = 0;
    }
  }
  return lines;
}

/** The text without its stars and tildes, and what stood between them. */
function unstarred(written: string): Pick<WrittenLine, 'text' | 'wanted' | 'unwanted'> {
  const wanted: Span[] = [];
  const unwanted: Span[] = [];
  let text = '';
  for (const [, plain, star, tilde] of written.matchAll(/([^*~]+)|\*([^*]+)\*|~([^~]+)~/g)) {
    const part = plain ?? star ?? tilde ?? '';
    const span = { start: text.length, end: text.length + part.length };
    if (star) wanted.push(span);
    if (tilde) unwanted.push(span);
    text += part;
  }
  return { text, wanted, unwanted };
}
