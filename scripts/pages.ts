/**
 * `npm run pages -- PATH… [--browser firefox]`: opens HTML files (or all below folders) in the real browser with the
 * built extension and prints a JSON line a page: `{page, marks: [{surface, term, context}], scanMs, errors, domMutations}`.
 * `scanMs` is the first full scan in ms; `domMutations` counts what happened to the page's tree after its own load
 * had ended, with no card open: anything but 0 is the page's own script, or a defect of ours.
 */
import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { askMarks } from '../browsers/content-script.ts';
import { type Driver, launch, serve, type Tab } from '../browsers/index.ts';
import { browserArguments } from './browser-option.ts';
import { buildFor } from './build-for.ts';

function fail(reason: string): never {
  console.error(reason);
  process.exit(2);
}

/** How long a page may take to be read to its end, in ms: the largest here have tens of millions of letters. */
const PATIENCE_MS = 60_000;

/** A folder to serve, with the HTML files in it to open: links between the files of one folder hold. */
interface Site {
  root: string;
  files: string[];
}

function siteOf(given: string): Site {
  const file = path.resolve(given);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) fail(`${given}: no such file or folder`);
  if (!found.isDirectory()) return { root: path.dirname(file), files: [path.basename(file)] };
  return { root: file, files: globSync('**/*.{html,htm,xhtml}', { cwd: file }).sort() };
}

async function measure(driver: Driver, extensionPage: Tab, origin: string, file: string) {
  const url = `${origin}/${file.split(path.sep).map(encodeURIComponent).join('/')}`;
  const tab = await driver.open(url);
  try {
    await tab.evaluate(() => {
      const counted = globalThis as unknown as { linerNotesMutations: number };
      counted.linerNotesMutations = 0;
      new MutationObserver((records) => {
        counted.linerNotesMutations += records.length;
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const { marks, scanMs } = await askMarks(extensionPage, url, PATIENCE_MS);
    const domMutations = await tab.evaluate(
      () => (globalThis as unknown as { linerNotesMutations: number }).linerNotesMutations,
    );
    return { marks, scanMs, errors: tab.errors, domMutations };
  } catch (error) {
    return { marks: [], scanMs: null, errors: [...tab.errors, String(error)], domMutations: null };
  } finally {
    await tab.close();
  }
}

const { browser, positionals } = browserArguments();
if (positionals.length === 0) fail('usage: npm run --silent pages -- PATH… [--browser firefox]');
buildFor(browser);
const sites = positionals.map(siteOf);
const driver = await launch(browser);
const extensionPage = await driver.openExtensionPage('popup.html');
for (const { root, files } of sites) {
  const server = await serve(root);
  for (const file of files) {
    const result = await measure(driver, extensionPage, server.origin, file);
    console.log(JSON.stringify({ page: path.join(root, file), ...result }));
  }
  await server.close();
}
await driver.close();
