/**
 * `npm start`: the built extension in a real browser, on the demo article. Without a display it does what a reader
 * would do, prints the card as a screen reader gets it and leaves screenshots in `.output/demo/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { restOn } from '../browsers/card.ts';
import { type Driver, launch, type Surface, serve, type Tab } from '../browsers/index.ts';
import { browserArguments } from './browser-option.ts';
import { buildFor } from './build-for.ts';

const OUT = '.output/demo';

async function shoot(name: string, surface: Surface): Promise<void> {
  const file = path.join(OUT, name);
  writeFileSync(file, await surface.screenshot());
  console.log(`screenshot: ${file}`);
}

async function showWithoutDisplay(driver: Driver, tab: Tab): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const card = await restOn(tab, 'producer');
  console.log(`\nThe card on “producer”, as a screen reader gets it (${driver.version}):`);
  for (const line of card) console.log(`  ${line}`);
  await shoot(`${driver.name}-card.png`, tab);
  const popup = await driver.popup(tab);
  // The terms and comparisons come last.
  await popup.waitFor(() => document.querySelector('.comparison-link'));
  await shoot(`${driver.name}-popup.png`, popup);
  await popup.close();
}

const { browser } = browserArguments();
const headed = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
buildFor(browser);
const server = await serve('demo');
const driver = await launch(browser, { headed });
try {
  const tab = await driver.open(`${server.origin}/article.html`);
  if (headed) {
    console.log(`Rest the pointer on “producer”. Close the browser to end.`);
    await driver.closed;
  } else {
    await showWithoutDisplay(driver, tab);
    await driver.close();
  }
} finally {
  await server.close();
}
