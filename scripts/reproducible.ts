/**
 * `npm run reproducible`: packs the extension twice and compares every byte of what comes out. First from the tracked
 * files, in a folder with a short path; then as a store's reviewer does, from the source package of the first, in one
 * with a long path; with another time zone, language and umask. Both use the packages that are installed here, which the
 * lock file holds to their checksums.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzip } from './reproducible/unzip.ts';

interface Place {
  /** Length of the folder's path, in characters. */
  length: number;
  umask: number;
  env: Record<string, string>;
}
/** At no moment do the two have the same date; and in Turkish `i` and `I` are two letters. */
const SHORT: Place = { length: 20, umask: 0o022, env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' } };
const LONG: Place = {
  length: 200,
  umask: 0o077,
  env: { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
};

/** What a checkout holds; where there is none, all but what is made here. */
function trackedFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' });
  if (git.status === 0) return git.stdout.split('\0').filter((file) => existsSync(file));
  return globSync('**', { exclude: ['node_modules', '.output', '.wxt', '.git'] }).filter((name) =>
    statSync(name).isFile(),
  );
}

/** A new folder whose path is so long, with what trips up scripts in it where there is room: blanks and an umlaut. */
function folderIn(root: string, length: number): string {
  const folder = path.join(root, 'Für Elise '.repeat(length).slice(0, Math.max(1, length - root.length - 1)));
  mkdirSync(folder);
  return folder;
}

/** By hard links where both lie on one disk, which takes a moment; without what tools have kept there. */
function takePackages(folder: string): void {
  const packages = path.join(folder, 'node_modules');
  if (spawnSync('cp', ['-al', 'node_modules', packages], { stdio: 'ignore' }).status !== 0) {
    rmSync(packages, { recursive: true, force: true });
    cpSync('node_modules', packages, { recursive: true, verbatimSymlinks: true });
  }
  for (const kept of ['.cache', '.vite', '.vite-temp', '.vitest-cache'])
    rmSync(path.join(packages, kept), { recursive: true, force: true });
}

/** Packs what `fill` puts into a new folder, and answers where the results are. @throws when it cannot be packed. */
function pack(root: string, { length, umask, env }: Place, fill: (folder: string) => void): string {
  const before = process.umask(umask);
  try {
    const folder = folderIn(root, length);
    console.log(`in ${folder}, umask ${umask.toString(8)}, ${JSON.stringify(env)}`);
    fill(folder);
    takePackages(folder);
    // What it says is of interest only when it fails: then it is part of the error.
    execFileSync('npm', ['run', '--silent', 'zip'], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return path.join(folder, '.output');
  } finally {
    process.umask(before);
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );

/** Names of the files that are not the same in both folders, or in one of them only. */
function differences(one: string, other: string): string[] {
  const [here, there] = [new Set(filesIn(one)), new Set(filesIn(other))];
  return [...here.union(there)]
    .filter(
      (name) =>
        !here.has(name) ||
        !there.has(name) ||
        !readFileSync(path.join(one, name)).equals(readFileSync(path.join(other, name))),
    )
    .toSorted();
}

const root = mkdtempSync(path.join(tmpdir(), 'ln-'));
try {
  const first = pack(root, SHORT, (folder) => {
    for (const file of trackedFiles()) cpSync(file, path.join(folder, file));
  });
  const [source] = globSync('*-sources.zip', { cwd: first });
  const second = pack(root, LONG, (folder) => unzip(path.join(first, source!), folder));
  const differ = differences(first, second);
  for (const name of differ) console.error(`differs: ${name}`);
  console.log(`${filesIn(first).length} files compared, ${differ.length} differ`);
  process.exitCode = differ.length === 0 ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
