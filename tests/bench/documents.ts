/**
 * Real documents of many sizes: whole pages of the machine's packages of documentation as they are, and a series from
 * 20 kB to 10 MB grown from them: the bodies of different real pages one after the other, each an article of its own,
 * until the size is reached. Only when every page of a shelf is used up does the first come again. What is missing on
 * the machine is left out.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mayBeMusical } from '../../core/sense/gate.ts';

export interface BenchDocument {
  name: string;
  music: boolean;
  /** The page's HTML, without its scripts, styles and pictures: what is measured is the page, not what loads meanwhile. */
  html(): string;
}

const DOC = '/usr/share/doc';
const WHOLE = [
  { name: 'sonic-pi tutorial 370 kB', file: `${DOC}/sonic-pi/tutorial/Sonic Pi - Tutorial.html`, music: true },
  {
    name: 'music glossary 700 kB',
    file: `${DOC}/lilypond/html/Documentation/music-glossary-big-page.html`,
    music: true,
  },
  { name: 'git manual 420 kB', file: `${DOC}/git-doc/git-config.html`, music: false },
  { name: 'jackson index 3 MB', file: `${DOC}/libjackson-json-java/api/index-all.html`, music: false },
];

/** Pages of many authors and make-ups, small enough that a long document holds hundreds of different ones. */
const SHELVES = {
  music: [
    `${DOC}/sonic-pi/tutorial/*.html`,
    `${DOC}/lilypond/html/Documentation/{music-glossary,notation,learning}/*.html`,
    `${DOC}/csound-doc/html/*.html`,
  ],
  other: [
    `${DOC}/{git-doc,nginx-doc,patroni-doc}/**/*.html`,
    `${DOC}/nodejs/api/*.html`,
    `${DOC}/buildbot/html/**/*.html`,
  ],
};
const SIZES = [20_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];

/** Translations of LilyPond's pages and pages that are whole books are not what is grown from. */
const isPage = (file: string): boolean => !/\.\w\w\.html$|all\.html$|big-page|full\.html$/.test(file);

export function benchDocuments(): BenchDocument[] {
  const whole = WHOLE.filter(({ file }) => existsSync(file)).map(({ name, file, music }) => ({
    name,
    music,
    html: () => plain(readFileSync(file, 'utf8')),
  }));
  const grown = SIZES.flatMap((size) =>
    (['music', 'other'] as const).flatMap((shelf) => {
      const files = SHELVES[shelf].flatMap((pattern) => globSync(pattern).filter(isPage).toSorted());
      if (files.length === 0) return [];
      const name = `grown ${shelf === 'music' ? 'music' : 'non-music'} ${size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} kB`}`;
      return [{ name, music: shelf === 'music', html: () => grow(spread(files), size, shelf === 'music') }];
    }),
  );
  return [...grown, ...whole];
}

/** The files in an order that takes from all over the shelf, the same each time. */
function spread(files: readonly string[]): string[] {
  const step = [89, 97, 101].find((prime) => files.length % prime !== 0) ?? 1;
  return files.map((_, i) => files[(i * step) % files.length]!);
}

function grow(files: readonly string[], size: number, music: boolean): string {
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < size; i++) {
    const html = plain(readFileSync(files[i % files.length]!, 'utf8'));
    const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
    // A good part of Csound’s reference says nothing of music: the gate would keep us off such a page.
    if (music && !mayBeMusical(body.replace(/<[^>]*>/g, ' '))) continue;
    const part =
      body.length > size - length + size / 10 ? body.slice(0, Math.max(0, body.lastIndexOf('<', size - length))) : body;
    parts.push(`<article>${part}</article>`);
    length += part.length + 1;
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A long page</title><body>${parts.join('\n')}`;
}

const plain = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<link\b[^>]*>/gi, '')
    .replace(/(<(?:img|object|iframe|source|embed)\b[^>]*?)\s(?:src|data|srcset)=/gi, '$1 data-left-out=');
