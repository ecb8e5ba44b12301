/**
 * Screenshots of the card and the marks in each state, in real browsers, into `.output/shots/BROWSER-THEME-SCENE.png`.
 *
 *     npm run shots                        every scene, both browsers, both themes
 *     npm run shots -- chromium dark rest  only those whose names match every word
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BROWSERS, launch, serve } from '../browsers/index.ts';
import { SCENES, scenePage } from './shots/scenes.ts';

const OUT = '.output/shots';
const words = process.argv.slice(2);
const wanted = (name: string) => words.every((word) => name.split('-').includes(word));

await mkdir(OUT, { recursive: true });
const server = await serve('demo', (url) => scenePage(url));
try {
  for (const browser of BROWSERS) {
    const themes = ['light', 'dark'] as const;
    const todo = themes.flatMap((theme) => SCENES.map((scene) => ({ theme, scene })));
    const mine = todo.filter(({ theme, scene }) => wanted(`${browser}-${theme}-${scene.name}`));
    if (mine.length === 0) continue;
    const driver = await launch(browser);
    try {
      for (const { theme, scene } of mine) {
        await driver.emulate({ colorScheme: theme, reducedMotion: true, ...scene.emulation });
        const tab = await driver.open(`${server.origin}${scene.path}`);
        await tab.viewport(...scene.viewport);
        await scene.act({ driver, tab });
        const file = path.join(OUT, `${browser}-${theme}-${scene.name}.png`);
        await writeFile(file, await tab.screenshot());
        await scene.after?.({ driver, tab });
        await tab.close();
        console.log(file);
      }
    } finally {
      await driver.close();
    }
  }
} finally {
  await server.close();
}
