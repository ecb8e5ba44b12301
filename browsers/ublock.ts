/** uBlock Origin as Debian packs it, to run beside us: the extension that most readers who have any have. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserName } from './types.ts';

/** Where the package puts it, below a root. */
const PLACE: Record<BrowserName, string> = {
  chromium: 'usr/share/chromium/extensions/ublock-origin',
  firefox: 'usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/uBlock0@raymondhill.net',
};
/** How long its download may take, in ms: a test is not worth more. */
const PATIENCE = 30_000;

/**
 * Folder of the unpacked extension: as installed, or as downloaded by apt and unpacked below `.output/`. It is never
 * installed: Debian's browsers would load it into every other test. Undefined where neither is to be had.
 */
export function ublockFolder(name: BrowserName): string | undefined {
  const folder = path.resolve('.output/ublock', name);
  const places = ['/', folder].map((root) => path.join(root, PLACE[name]));
  const find = () => places.find((place) => existsSync(path.join(place, 'manifest.json')));
  if (find()) return find();
  mkdirSync(folder, { recursive: true });
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: 'ignore', timeout: PATIENCE });
  try {
    run('apt-get', 'download', `webext-ublock-origin-${name}`);
    for (const file of readdirSync(folder)) if (file.endsWith('.deb')) run('dpkg', '-x', file, '.');
  } catch {
    // No apt, no such package, no network: whoever asks says that it is not here.
  }
  return find();
}
