import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Bidi } from './bidi.ts';
import { executable } from './executables.ts';

/** Quiet, offline, and with the extension's storage and address kept over a restart of the same profile. */
const PREFERENCES: Record<string, unknown> = {
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'startup.homepage_welcome_url': 'about:blank',
  'browser.startup.page': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'remote.prefs.recommended': true,
  'ui.useOverlayScrollbars': 1,
};

export interface FirefoxProcess {
  bidi: Bidi;
  version: string;
  /** Settles when the process has ended. */
  ended: Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox and opens a WebDriver BiDi session; a profile that was made here is removed at the end. */
export async function startFirefox(options: {
  profile?: string;
  headed?: boolean;
  args?: string[];
  env?: Record<string, string>;
  preferences?: Record<string, unknown>;
}): Promise<FirefoxProcess> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'liner-notes-firefox-'));
  const preferences = Object.entries({ ...PREFERENCES, ...options.preferences });
  writeFileSync(
    path.join(profile, 'user.js'),
    preferences.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join('\n'),
  );
  const child = spawn(
    executable('firefox'),
    [
      ...(options.headed ? [] : ['--headless']),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      ...(options.args ?? []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...options.env } },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const leaveNothing = async () => {
    await ended;
    process.off('exit', kill);
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const { bidi, version } = await newSession(child).catch(async (error) => {
    kill();
    await leaveNothing();
    throw error;
  });
  const tidyUp = () => {
    bidi.close();
    return leaveNothing();
  };
  return {
    bidi,
    version,
    ended,
    async kill() {
      kill();
      await tidyUp();
    },
    async close() {
      await bidi.send('browser.close').catch(() => undefined);
      await tidyUp();
    },
  };
}

/** A WebDriver BiDi session with a Firefox that is just starting. */
async function newSession(child: ChildProcessByStdio<null, null, Readable>): Promise<{ bidi: Bidi; version: string }> {
  const address = await new Promise<string>((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += chunk;
      const match = /WebDriver BiDi listening on (ws:\S+)/.exec(log);
      if (match?.[1]) resolve(match[1]);
    });
    child.once('exit', () => reject(new Error(`Firefox ended at once:\n${log}`)));
  });
  const bidi = await Bidi.connect(`${address}/session`);
  const session = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', { capabilities: {} });
  return { bidi, version: `Firefox/${session.capabilities.browserVersion}` };
}
