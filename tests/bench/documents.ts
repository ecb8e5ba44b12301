/** Real documents of many sizes, on the machine from packages of documentation; those that are missing are left out. */
import { existsSync, readFileSync } from 'node:fs';

export interface BenchDocument {
  name: string;
  file: string;
  music: boolean;
}

const DOC = '/usr/share/doc';
const ALL: BenchDocument[] = [
  { name: 'lilypond contents 20 kB', file: `${DOC}/lilypond/html/Documentation/music-glossary/tie.html`, music: true },
  { name: 'hydrogen manual', file: `${DOC}/hydrogen/manual/manual_en.html`, music: true },
  { name: 'sonic-pi tutorial 370 kB', file: `${DOC}/sonic-pi/tutorial/Sonic Pi - Tutorial.html`, music: true },
  {
    name: 'music glossary 700 kB',
    file: `${DOC}/lilypond/html/Documentation/music-glossary-big-page.html`,
    music: true,
  },
  { name: 'lilypond learning 1.7 MB', file: `${DOC}/lilypond/html/Documentation/learning-big-page.html`, music: true },
  { name: 'lilypond notation 7 MB', file: `${DOC}/lilypond/html/Documentation/notation-big-page.html`, music: true },
  { name: 'git manual 420 kB', file: `${DOC}/git-doc/git-config.html`, music: false },
  { name: 'node fs 660 kB', file: `${DOC}/nodejs/api/fs.html`, music: false },
  { name: 'jackson index 3 MB', file: `${DOC}/libjackson-json-java/api/index-all.html`, music: false },
  { name: 'buildbot manual 4.5 MB', file: `${DOC}/buildbot/html/full.html`, music: false },
  { name: 'node manual 8.4 MB', file: `${DOC}/nodejs/api/all.html`, music: false },
];

export const benchDocuments = (): BenchDocument[] => ALL.filter(({ file }) => existsSync(file));

/** The document without its scripts and pictures: what is measured is the page, not what loads meanwhile. */
export const bodyOf = ({ file }: BenchDocument): string =>
  readFileSync(file, 'utf8')
    .replace(/<script[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*>/gi, '')
    .replace(/(<(?:img|object|iframe|source)\b[^>]*?)\s(?:src|data|srcset)=/gi, '$1 data-left-out=');
