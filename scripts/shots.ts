/**
 * Screenshots of the card, the popup and all pages in each state, in real browsers and both themes, into
 * `.output/shots/BROWSER-THEME-SCENE.png`.
 *
 *     npm run shots                         every scene, both browsers, both themes
 *     npm run shots -- chromium dark rest   only those whose names have every word
 *     npm run shots -- compare,glossary     … or one of several words
 *     npm run shots -- popup -long -rtl     … and none of these
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BROWSERS, type Driver, launch, type Surface, serve } from '../browsers/index.ts';
import { pseudoLocale } from '../browsers/pseudo-locale.ts';
import { CARD_SCENES, scenePage } from './shots/card-scenes.ts';
import { PAGE_SCENES } from './shots/page-scenes.ts';
import { POPUP_SCENES, popupPage } from './shots/popup-scenes.ts';
import type { Scene } from './shots/scene.ts';

const OUT = '.output/shots';
const THEMES = ['light', 'dark'] as const;
const SCENES = [...CARD_SCENES, ...POPUP_SCENES, ...PAGE_SCENES];
const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith('-')).map((word) => word.split(','));
const unwanted = words.flatMap((word) => (word.startsWith('-') ? [word.slice(1)] : []));
function wanted(name: string): boolean {
  const parts = name.split('-');
  return (
    asked.every((some) => some.some((word) => parts.includes(word))) && !unwanted.some((one) => parts.includes(one))
  );
}

async function shoot(driver: Driver, origin: string, scene: Scene, theme: (typeof THEMES)[number]): Promise<Buffer> {
  await driver.emulate({ colorScheme: theme, reducedMotion: true, ...scene.emulation });
  const at = scene.at.startsWith('/') ? origin + scene.at : scene.at;
  const tab = at.includes(':') ? await driver.open(at) : await driver.openExtensionPage(at);
  await tab.viewport(...(scene.viewport ?? [900, 700]));
  const stage = { driver, tab, origin };
  try {
    const shown = await scene.act?.(stage);
    if (scene.print) return await tab.print();
    if (!isSurface(shown)) return await tab.screenshot(scene.whole);
    const shot = await shown.screenshot();
    await shown.close();
    return shot;
  } finally {
    await scene.after?.(stage);
    await tab.close();
  }
}

const isSurface = (shown: unknown): shown is Surface =>
  typeof shown === 'object' && shown !== null && 'waitFor' in shown;

await mkdir(OUT, { recursive: true });
const server = await serve('demo', (url) => scenePage(url) ?? popupPage(url));
let failed = 0;
for (const browser of BROWSERS) {
  for (const words of [undefined, 'ltr', 'rtl'] as const) {
    const scenes = SCENES.filter((scene) => scene.words === words && (scene.only ?? browser) === browser);
    const todo = THEMES.flatMap((theme) =>
      scenes.map((scene) => ({ theme, scene, name: `${browser}-${theme}-${scene.name}` })),
    ).filter(({ name }) => wanted(name));
    if (todo.length === 0) continue;
    const driver = await launch(browser, words ? { extension: pseudoLocale(browser, words) } : {});
    for (const { theme, scene, name } of todo) {
      try {
        const file = path.join(OUT, `${name}.${scene.print ? 'pdf' : 'png'}`);
        await writeFile(file, await shoot(driver, server.origin, scene, theme));
        console.log(file);
      } catch (error) {
        failed += 1;
        console.error(`${name}: ${error}`);
      }
    }
    await driver.close();
  }
}
await server.close();
process.exitCode = failed ? 1 : 0;
