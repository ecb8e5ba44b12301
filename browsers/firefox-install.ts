/** The extension in Firefox: as a temporary add-on, which ends with the browser, or for good, as a reader has it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bidi } from './bidi.ts';

/** What Firefox asks of an add-on that stays: the releases want it signed all the same, the ESR goes by this. */
export const UNSIGNED = { 'xpinstall.signatures.required': false };

/** Installs an unpacked extension and answers its id. */
export async function installTemporarily(bidi: Bidi, folder: string): Promise<string> {
  return (await install(bidi, { extensionData: { type: 'path', path: path.resolve(folder) } })).extension;
}

/** The same for good, in a profile that is kept: the next start with it is one as the browser tells its extensions. */
export async function installForGood(bidi: Bidi, folder: string): Promise<string> {
  const pack = mkdtempSync(path.join(tmpdir(), 'liner-notes-xpi-'));
  try {
    const build = ['build', '--no-config-discovery', '--source-dir', folder, '--artifacts-dir', pack];
    execFileSync('node_modules/.bin/web-ext', [...build, '--filename', 'extension.xpi'], { stdio: 'ignore' });
    const extensionData = { type: 'archivePath', path: path.join(pack, 'extension.xpi') };
    return (await install(bidi, { extensionData, 'moz:permanent': true })).extension;
  } finally {
    rmSync(pack, { recursive: true });
  }
}

const install = (bidi: Bidi, what: Record<string, unknown>) =>
  bidi.send<{ extension: string }>('webExtension.install', what);
