/** Draws the toolbar icons: `node scripts/icons.ts` renders our own SVG in Chromium and writes `public/icons/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { executable } from '../browsers/executables.ts';

const ACCENT = '#c2452a';
const RECORD = '#231f1b';
/** Stands out from light and dark toolbars alike. */
const QUIET = '#8b8073';

/** A record above the dotted line that marks a word; on a 16 × 16 grid. */
const DRAWINGS = {
  on: disc(RECORD, ACCENT, '#fffdf9', `stroke="${QUIET}" stroke-width=".4"`) + dots(ACCENT),
  nothing: disc(QUIET, '#fffdf9', QUIET) + dots(QUIET),
  off: slashed(disc(QUIET, '#fffdf9', QUIET)),
  cannot: `<circle cx="8" cy="6.5" r="5.6" fill="none" stroke="${QUIET}" stroke-width="1.3"/><circle cx="8" cy="6.5" r="1.6" fill="${QUIET}"/>`,
};

function disc(record: string, label: string, hole: string, edge = ''): string {
  return `<circle cx="8" cy="6.5" r="6.2" fill="${record}" ${edge}/><circle cx="8" cy="6.5" r="2.7" fill="${label}"/><circle cx="8" cy="6.5" r=".8" fill="${hole}"/>`;
}
function dots(colour: string): string {
  return [2.2, 6.07, 9.93, 13.8].map((x) => `<circle cx="${x}" cy="14.7" r="1.15" fill="${colour}"/>`).join('');
}
/** Cut through, so that the toolbar's own colour shows beside the stroke. */
function slashed(drawing: string): string {
  const line = 'M2 14.5 14 1.5';
  return `<mask id="cut"><path fill="#fff" d="M0 0h16v16H0z"/><path d="${line}" stroke="#000" stroke-width="3.6"/></mask><g mask="url(#cut)">${drawing}</g><path d="${line}" stroke="${ACCENT}" stroke-width="1.7" stroke-linecap="round"/>`;
}

const browser = await puppeteer.launch({
  executablePath: executable('chromium'),
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
mkdirSync('public/icons', { recursive: true });
for (const [state, drawing] of Object.entries(DRAWINGS)) {
  for (const size of [16, 32, 48, 128]) {
    if (size === 128 && state !== 'on') continue;
    // The stores want air around the large icon.
    const box = size === 128 ? '-1.5 -1.5 19 19' : '0 0 16 16';
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${box}" style="display:block">${drawing}</svg>`,
    );
    writeFileSync(`public/icons/${state}-${size}.png`, await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
