/** A second extension, made for a test: it sends another one all it can, and reports to the test's server what came back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserName } from '../../../browsers/index.ts';

/** What came back: how many were sent, how many refused, and each answer. */
export interface Report {
  sent: number;
  refused: number;
  answers: unknown[];
}

/** In the background of the second extension. */
async function background(ours: string, payloads: unknown[], report: string): Promise<void> {
  interface Port {
    postMessage(payload: unknown): void;
    disconnect(): void;
    onMessage: { addListener(hear: (answer: unknown) => void): void };
    onDisconnect: { addListener(hear: () => void): void };
  }
  interface Api {
    runtime: {
      lastError?: unknown;
      sendMessage(id: string, payload: unknown): Promise<unknown>;
      connect(id: string, info: object): Port;
    };
    tabs: {
      query(info: object): Promise<{ id: number }[]>;
      sendMessage(tab: number, payload: unknown): Promise<unknown>;
    };
  }
  const world = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = world.browser ?? world.chrome;
  const out: Report = { sent: 0, refused: 0, answers: [] };
  const hear = (answer: unknown) => out.answers.push(answer ?? 'an empty answer');
  const refuse = () => out.refused++;
  const tabs = await api.tabs.query({});
  for (const payload of payloads) {
    const asked: Promise<unknown>[] = [];
    out.sent += 2 + tabs.length;
    asked.push(api.runtime.sendMessage(ours, payload).then(hear, refuse));
    for (const { id } of tabs) asked.push(api.tabs.sendMessage(id, payload).then(hear, refuse));
    asked.push(
      new Promise<void>((done) => {
        const port = api.runtime.connect(ours, { name: String((payload as { name?: unknown } | null)?.name) });
        port.onMessage.addListener(hear);
        port.onDisconnect.addListener(() => {
          void api.runtime.lastError;
          refuse();
          done();
        });
        try {
          port.postMessage(payload);
        } catch {
          // It is closed already.
        }
      }),
    );
    await Promise.all(asked);
  }
  await fetch(report + encodeURIComponent(JSON.stringify(out)), { mode: 'no-cors' });
}

/** In pages, beside us: the same events and posts as a page makes, from a world of its own. */
function content(ours: string, payloads: unknown[]): void {
  for (const payload of payloads) {
    const name = String((payload as { name?: unknown } | null)?.name);
    postMessage(payload, '*');
    for (const type of [name, `liner-notes:${name}`, `${ours}:${name}`]) {
      document.dispatchEvent(new CustomEvent(type, { detail: payload }));
    }
  }
}

/** Writes the folder of the extension. @param report the address to which its report is appended. */
export async function strangerExtension(
  browser: BrowserName,
  ours: string,
  payloads: unknown[],
  report: string,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'liner-notes-stranger-'));
  const firefox = browser === 'firefox';
  const manifest = {
    // In Firefox the third version's policy would ask for the report by https.
    manifest_version: firefox ? 2 : 3,
    name: 'A stranger',
    version: '1.0',
    permissions: ['tabs'],
    background: firefox ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
    ...(firefox ? { browser_specific_settings: { gecko: { id: 'stranger@stranger.example' } } } : {}),
  };
  const given = JSON.stringify(payloads);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    path.join(folder, 'background.js'),
    `(${background})(${JSON.stringify(ours)}, ${given}, ${JSON.stringify(report)})`,
  );
  await writeFile(path.join(folder, 'content.js'), `(${content})(${JSON.stringify(ours)}, ${given})`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
