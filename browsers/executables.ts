import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { BrowserName } from './types.ts';

const CANDIDATES: Record<BrowserName, string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};
const DEBIAN_PACKAGE: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const VARIABLE: Record<BrowserName, string> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };

/** Path of an installed browser, if there is one: the variable CHROMIUM or FIREFOX, else the usual places. */
export function findExecutable(name: BrowserName): string | undefined {
  return [process.env[VARIABLE[name]], ...CANDIDATES[name]].find((path) => path && existsSync(path));
}

function installOnDebian(name: BrowserName): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  process.stderr.write(`Installing ${DEBIAN_PACKAGE[name]} with apt-get …\n`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', DEBIAN_PACKAGE[name]);
}

/**
 * Path of the browser's executable. A missing browser is installed when we are root on Debian.
 * @throws with what to install when it is missing and cannot be installed.
 */
export function executable(name: BrowserName): string {
  const path = findExecutable(name);
  if (path) return path;
  const debianRoot = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (debianRoot) installOnDebian(name);
  const installed = findExecutable(name);
  if (installed) return installed;
  throw new Error(
    `${name} was not found: install it (Debian: apt-get install ${DEBIAN_PACKAGE[name]}) or name its path in the variable ${VARIABLE[name]}.`,
  );
}
