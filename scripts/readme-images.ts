/** `npm run readme-images`: makes the pictures of the README from the built extension, into `docs/images/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { restOn } from '../browsers/card.ts';
import { type Driver, launch, type Surface, serve } from '../browsers/index.ts';
import { buildFor } from './build-for.ts';

const OUT = 'docs/images';
const COMPARISON = 'compare.html?terms=producer,audio-engineer,beatmaker';

async function shoot(name: string, surface: Surface): Promise<void> {
  const file = path.join(OUT, `${name}.png`);
  writeFileSync(file, await surface.screenshot());
  console.log(file);
}

async function shootTheme(driver: Driver, origin: string, theme: 'light' | 'dark'): Promise<void> {
  await driver.emulate({ colorScheme: theme, reducedMotion: true });
  const article = await driver.open(`${origin}/article.html`);
  await article.viewport(1000, 640);
  await restOn(article, 'producer');
  await shoot(`card-${theme}`, article);
  await article.press('Escape');
  const popup = await driver.popup(article);
  await popup.waitFor(() => document.body.innerText.includes('Producer'));
  await shoot(`popup-${theme}`, popup);
  await popup.waitFor(() => {
    const links = [...document.querySelectorAll<HTMLElement>('.comparison-link')];
    links.find((link) => link.innerText.includes('beatmaker'))?.click();
    return document.querySelector('table');
  });
  await shoot(`popup-comparison-${theme}`, popup);
  await popup.close();
  const comparison = await driver.openExtensionPage(COMPARISON);
  await comparison.viewport(1000, 800);
  await comparison.waitFor(() => document.querySelector('table'));
  await shoot(`comparison-${theme}`, comparison);
  await comparison.close();
  await article.close();
}

buildFor('chromium');
mkdirSync(OUT, { recursive: true });
const server = await serve('demo');
const driver = await launch('chromium');
for (const theme of ['light', 'dark'] as const) await shootTheme(driver, server.origin, theme);
await driver.close();
await server.close();
