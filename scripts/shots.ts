/**
 * Screenshots of the card, the popup, all pages and the toolbar icon in each state, in real browsers and both themes,
 * into `.output/shots/BROWSER-THEME-SCENE.png`. A scene that fails keeps no other from being made; it is named at the end.
 *
 *     npm run shots                         every scene, both browsers, both themes
 *     npm run shots -- chromium dark rest   only those whose names have every word
 *     npm run shots -- compare,glossary     … or one of several words
 *     npm run shots -- popup -long -rtl     … and none of these
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BROWSERS, type Driver, launch, type Surface, serve, type Tab } from '../browsers/index.ts';
import { pseudoLocale } from '../browsers/pseudo-locale.ts';
import { CARD_SCENES, scenePage } from './shots/card-scenes.ts';
import { PAGE_SCENES } from './shots/page-scenes.ts';
import { POPUP_SCENES, popupPage } from './shots/popup-scenes.ts';
import type { Scene } from './shots/scene.ts';
import { TOOLBAR_SCENES, toolbarPage } from './shots/toolbar-scenes.ts';

const OUT = '.output/shots';
const THEMES = ['light', 'dark'] as const;
const SCENES = [...CARD_SCENES, ...POPUP_SCENES, ...PAGE_SCENES, ...TOOLBAR_SCENES];
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
  await scene.before?.(driver);
  const tab = at.includes(':') ? await driver.open(at) : await driver.openExtensionPage(at);
  await tab.viewport(...(scene.viewport ?? [900, 700]));
  const stage = { driver, tab, origin };
  try {
    const shown = await scene.act?.(stage);
    if (scene.print) return await tab.print();
    if (Buffer.isBuffer(shown)) return shown;
    if (!isSurface(shown)) {
      await drawn(tab);
      return await tab.screenshot(scene.whole);
    }
    const shot = await shown.screenshot();
    await shown.close();
    return shot;
  } finally {
    await scene.after?.(stage);
    await tab.close();
  }
}

/** What goes by the size of the window is drawn a moment after it. */
const drawn = (tab: Tab) =>
  tab.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

const isSurface = (shown: unknown): shown is Surface =>
  typeof shown === 'object' && shown !== null && 'waitFor' in shown;

/** No scene takes longer, in ms, unless it is stuck: then so is its browser. */
const PATIENCE = 60_000;

function inTime<T>(task: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${PATIENCE} ms`)), PATIENCE).unref();
  });
  return Promise.race([task, late]);
}

// What a browser that has ended still owed somebody must not end us.
process.on('unhandledRejection', (error) => console.error(`behind a scene: ${error}`));

await mkdir(OUT, { recursive: true });
const server = await serve('demo', (url) => scenePage(url) ?? popupPage(url) ?? toolbarPage(url));
const failed: string[] = [];
let made = 0;
for (const browser of BROWSERS) {
  for (const words of [undefined, 'ltr', 'rtl'] as const) {
    const scenes = SCENES.filter((scene) => scene.words === words && (scene.only ?? browser) === browser);
    const todo = THEMES.flatMap((theme) =>
      scenes.map((scene) => ({ theme, scene, name: `${browser}-${theme}-${scene.name}` })),
    ).filter(({ name }) => wanted(name));
    let driver: Driver | undefined;
    for (const { theme, scene, name } of todo) {
      try {
        driver ??= await launch(browser, words ? { extension: pseudoLocale(browser, words) } : {});
        const file = path.join(OUT, `${name}.${scene.print ? 'pdf' : 'png'}`);
        await writeFile(file, await inTime(shoot(driver, server.origin, scene, theme)));
        console.log(file);
        made += 1;
      } catch (error) {
        failed.push(name);
        console.error(`${name}: ${error}`);
        // What it has left behind would be in the next scene.
        if (driver) await inTime(driver.close()).catch(() => {});
        driver = undefined;
      }
    }
    await driver?.close();
  }
}
await server.close();
console.log(`${made} made, ${failed.length} failed`);
for (const name of failed) console.error(`failed: ${name}`);
// A browser that is stuck would keep us.
process.exit(failed.length ? 1 : 0);
