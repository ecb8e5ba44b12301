/**
 * Pictures of card and marks, held against the ones in baselines/. After a change that is meant: `npm run baselines`,
 * then look at each picture that changed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Emulation, type Tab } from '../../../browsers/index.ts';
import { shortcut } from '../../../browsers/shortcut.ts';
import { fixedExtension } from './fixed-glossary.ts';
import { CREDITS, cardBox, hover, page, type Stage, setStage, shows } from './stage.ts';

const FOLDER = path.join(import.meta.dirname, 'baselines');
const UPDATING = process.env.UPDATE_BASELINES === '1';
/** The one font family that all pictures were made with; see fonts.conf. */
const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
/** Colour distance of pixelmatch, and the share of pixels that may differ: edges of letters, not a line or a colour. */
const THRESHOLD = 0.2;
const SHARE = 0.002;

interface Look {
  at: string;
  viewport?: [number, number];
  emulation?: Emulation;
  /** Opens the card; by default the pointer rests on the word. */
  open?: 'keyboard' | 'nothing';
}

const TEXT = `<p>${CREDITS}</p>`;
const PAGES: Record<string, string> = {
  '/light': page('<style>html{background:#fff;color:#111}</style>', TEXT),
  '/dark': page('<style>html{background:#15171a;color:#e8e8e8}</style>', TEXT),
  '/rtl': page('', TEXT, 'dir="rtl"'),
  '/zoomed': page('<style>html{zoom:2}</style>', TEXT),
  '/vertical': page('<style>html{writing-mode:vertical-rl}</style>', TEXT),
};

const LOOKS: Record<string, Look> = {
  light: { at: '/light' },
  dark: { at: '/dark' },
  keyboard: { at: '/light', open: 'keyboard' },
  contrast: { at: '/light', emulation: { moreContrast: true } },
  'less-transparency': { at: '/dark', emulation: { reducedTransparency: true } },
  forced: { at: '/light', emulation: { forcedColors: true } },
  rtl: { at: '/rtl' },
  vertical: { at: '/vertical' },
  narrow: { at: '/light', viewport: [320, 500] },
  zoomed: { at: '/zoomed' },
  marks: { at: '/light', viewport: [640, 150], open: 'nothing' },
  'marks-dark': { at: '/dark', viewport: [640, 150], open: 'nothing' },
  'marks-contrast': { at: '/light', viewport: [640, 150], open: 'nothing', emulation: { moreContrast: true } },
  'marks-forced': { at: '/light', viewport: [640, 150], open: 'nothing', emulation: { forcedColors: true } },
};

/** What of the picture is kept: the card with some of the page around it, or all. */
async function portrait(stage: Stage, look: Look): Promise<PNG> {
  const [width, height] = look.viewport ?? [640, 420];
  await stage.driver.emulate({ colorScheme: 'light', reducedMotion: true, ...look.emulation });
  const tab: Tab = await stage.open(look.at);
  try {
    await tab.viewport(width, height);
    if (look.open === 'keyboard') {
      await shortcut(stage.driver, tab, 'next-term');
      await shows(stage, tab, 'Producer');
      await tab.press('Tab');
    } else if (look.open !== 'nothing') await hover(tab, 'record producer');
    const shot = PNG.sync.read(await tab.screenshot());
    const box =
      look.open === 'nothing' ? { left: 0, top: 0, right: width, bottom: height } : (await cardBox(stage, tab))!;
    const left = Math.max(0, Math.floor(box.left) - 24);
    const top = Math.max(0, Math.floor(box.top) - 48);
    const right = Math.min(width, Math.ceil(box.right) + 24);
    const bottom = Math.min(height, Math.ceil(box.bottom) + 24);
    const cut = new PNG({ width: right - left, height: bottom - top });
    PNG.bitblt(shot, cut, left, top, cut.width, cut.height, 0, 0);
    return cut;
  } finally {
    await tab.close();
  }
}

/** Share of pixels that differ; 1 when the size does. */
function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const count = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: THRESHOLD });
  return count / (a.width * a.height);
}

describe.each(BROWSERS)('the pictures of card and marks in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    if (!existsSync(FONT)) return;
    const env = { FONTCONFIG_FILE: path.join(import.meta.dirname, 'fonts.conf') };
    stage = await setStage(name, PAGES, { extension: fixedExtension(name), env });
    if (UPDATING) mkdirSync(FOLDER, { recursive: true });
  });
  afterAll(() => stage?.close());

  it.for(Object.entries(LOOKS))('%s', async ([what, look], { skip }) => {
    skip(
      !existsSync(FONT),
      `the baselines were drawn with DejaVu, and this machine has no ${FONT}: nothing is compared`,
    );
    const file = path.join(FOLDER, `${name}-${what}.png`);
    const now = await portrait(stage, look);
    if (UPDATING) writeFileSync(file, PNG.sync.write(now, { colorType: 2, deflateLevel: 9 }));
    const before = PNG.sync.read(readFileSync(file));
    const share = difference(before, now);
    if (share > SHARE) {
      mkdirSync('.output/baselines', { recursive: true });
      writeFileSync(`.output/baselines/${name}-${what}.png`, PNG.sync.write(now));
    }
    expect(
      share,
      `${(share * 100).toFixed(2)} % of the pixels; the new picture is in .output/baselines`,
    ).toBeLessThanOrEqual(SHARE);
  });
});
