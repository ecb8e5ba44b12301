/** The icon in the toolbar in each state: in Firefox's own toolbar, which Chromium without a window does not have. */
import { readFileSync } from 'node:fs';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { makeFail } from '../../browsers/ill-page.ts';
import type { Answer, Driver } from '../../browsers/index.ts';
import { until } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { toolbarIcon } from '../../browsers/toolbar.ts';
import type { Scene, Stage } from './scene.ts';

const PICTURES = ['on', 'nothing', 'off', 'cannot'] as const;
const SIZES = [16, 32, 48] as const;

/** All pictures in all sizes, on toolbars of both themes. */
function sheet(): string {
  const image = (picture: string, size: number) => {
    const data = readFileSync(`public/icons/${picture}-${size}.png`).toString('base64');
    return `<img width="${size}" height="${size}" alt="" src="data:image/png;base64,${data}">`;
  };
  const bar = (colours: string) =>
    `<div style="${colours};padding:24px;display:grid;grid-template-columns:120px repeat(3,80px);align-items:center;row-gap:16px">${PICTURES.map(
      (picture) => `<b>${picture}</b>${SIZES.map((size) => `<span>${image(picture, size)}</span>`).join('')}`,
    ).join('')}</div>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Icons</title><body style="margin:0;font:14px system-ui">${bar('background:#f0f0f4;color:#15141a')}${bar('background:#2b2a33;color:#fbfbfe')}`;
}
export const toolbarPage = (url: string): Answer | undefined => (url === '/icons' ? { body: sheet() } : undefined);

const chromeOf = (driver: Driver) => (driver as Driver & { chrome: FirefoxChrome }).chrome;

/** The end of the toolbar, with our button in it, once that says so. */
async function toolbar({ driver, tab }: Stage, title: string): Promise<Buffer> {
  const chrome = chromeOf(driver);
  await until(async () => (await toolbarIcon(driver, tab)).title.includes(title), `the icon to say “${title}”`);
  const url = await chrome.run<string>(`
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(chrome.extension)});
    const { widget } = extension.apiManager.global.browserActionFor(extension);
    CustomizableUI.addWidgetToArea(widget.id, 'nav-bar');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const box = document.getElementById('nav-bar').getBoundingClientRect();
    const rect = new DOMRect(box.right - 240, box.top, 240, box.height);
    const bitmap = await window.browsingContext.currentWindowGlobal.drawSnapshot(rect, 2, 'white');
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png');`);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

interface Row {
  name: string;
  at?: string;
  title: string;
  local?: object;
  sync?: object;
  first?: (stage: Stage) => Promise<unknown>;
}
const ROWS: Row[] = [
  { name: 'on', title: 'are marked' },
  { name: 'badge', title: 'terms on', sync: { 'pref:badge': true } },
  { name: 'off', title: 'switched off', local: { 'site:127.0.0.1': { on: false } } },
  { name: 'nothing', title: 'nothing to mark', at: '/soup' },
  { name: 'cannot', title: 'cannot run', at: 'about:license' },
  {
    name: 'failed',
    title: 'failed',
    first: ({ driver, tab }) => tab.waitFor(isMarked).then(() => makeFail(driver, tab)),
  },
];

export const TOOLBAR_SCENES: Scene[] = [
  { name: 'icons', at: '/icons', viewport: [420, 620] },
  ...ROWS.map(
    ({ name, at = '/article.html', title, local, sync, first }): Scene => ({
      name: `toolbar-${name}`,
      at,
      only: 'firefox',
      before: (driver) => keepSettings(driver, local, sync),
      act: async (stage) => {
        await first?.(stage);
        return toolbar(stage, title);
      },
      after: ({ driver }) => keepSettings(driver),
    }),
  ),
];
