/**
 * Each choice of how marks and cards look and behave, pressed where a reader presses it: the preview and a page that is
 * open follow, which is not loaded again for it.
 */
import { expect, it } from 'vitest';
import { clickOn } from '../../browsers/by-hand.ts';
import { inContentWorld } from '../../browsers/content-world.ts';
import { inCard } from '../../browsers/in-card.ts';
import { type Tab, until } from '../../browsers/index.ts';
import { pointOf } from '../../browsers/point-of.ts';
import { toolbarIcon } from '../../browsers/toolbar.ts';
import { PACE, SLOW_PACE } from '../../page/card/intent.ts';
import { closed, hover } from './card/stage.ts';
import { describeOptions } from './options-stage.ts';

/** By label. The one that holds by default is the last of each: every press changes something. */
const STYLES = {
  underlined: { key: 'liner-notes-solid', line: 'underline solid', isTinted: false },
  tinted: { key: 'liner-notes-tint', line: 'none', isTinted: true },
  'underlined only while the pointer is on them': { key: null, line: 'none', isTinted: false },
  'not marked (cards open all the same)': { key: null, line: 'none', isTinted: false },
  'underlined with dots': { key: 'liner-notes-mark', line: 'underline dotted', isTinted: false },
};
/** `sample`: marked words in each paragraph of the preview; `page`: how often the page's term is marked. */
const DENSITIES = {
  'The first time on each page': { sample: [4, 2], page: 1 },
  'Every time': { sample: [5, 3], page: 3 },
  'The first time in each section': { sample: [4, 3], page: 2 },
};
/** Of the card's text, in CSS px. */
const SIZES = {
  'small (80 %)': 12,
  'large (125 %)': 18.75,
  'larger (150 %)': 22.5,
  'very large (200 %)': 30,
  'of normal size': 15,
};
/** How long the pointer has to rest, in ms. */
const RESTS = { 'after a longer rest': SLOW_PACE.rest, 'after a short rest': PACE.rest };

/** Terms on the page that is open from the start; each is marked once. */
const WORDS = 9;
const SECTIONS = `<!doctype html><html lang="en"><title>Making a record</title><body>
  <h2>The first day</h2><p>The mastering engineer came late. The mastering engineer left early.</p>
  <h2>The next day</h2><p>The mastering engineer stayed at home.</p>`;

/** How many words of the page are painted, by the highlight that paints them. */
const painted = () => {
  const ours = [...CSS.highlights].filter(([key, { size }]) => key.startsWith('liner-notes') && size > 0);
  return Object.fromEntries(ours.map(([key, { size }]) => [key, size]));
};

/** How the first marked word of the preview is drawn. */
const drawn = () => {
  const {
    textDecorationLine: line,
    textDecorationStyle: style,
    backgroundColor,
  } = getComputedStyle(document.querySelector('.preview .mark')!);
  return { line: line === 'none' ? line : `${line} ${style}`, isTinted: backgroundColor !== 'rgba(0, 0, 0, 0)' };
};

describeOptions({ '/sections': SECTIONS }, (at) => {
  /** Presses the choice with just this label; it is the one that is checked then, and the only one of its group. */
  async function press(label: string): Promise<void> {
    await at.options.bringToFront();
    // One label may hold another.
    const nth = await at.options.evaluate((wanted) => {
      const one = [...document.querySelectorAll('.columns label.choice')].find((each) => each.textContent === wanted);
      return one && [...one.parentElement!.querySelectorAll('label')].indexOf(one as HTMLLabelElement) + 1;
    }, label);
    await clickOn(at.options, `.columns label.choice:nth-of-type(${nth})`, label);
    await at.options.waitFor((wanted) => {
      const groups = [...document.querySelectorAll('.columns fieldset')];
      return groups.some((group) => {
        const checked = [...group.querySelectorAll('label')].filter((each) => each.querySelector('input')!.checked);
        return checked.length === 1 && checked[0]!.textContent === wanted;
      });
    }, label);
  }

  /** The page is the one that was there before anything was pressed. */
  const stays = async (tab: Tab) => {
    await tab.evaluate(() => void Object.assign(window, { isStill: true }));
    return async () => expect(await tab.evaluate(() => 'isStill' in window)).toBe(true);
  };
  const previews = (label: string, how: () => unknown, wanted: unknown) =>
    expect.poll(() => at.options.evaluate(how), { message: label }).toEqual(wanted);
  const paints = (message: string, wanted: object, tab = at.tab) =>
    expect.poll(() => tab.evaluate(painted), { message }).toEqual(wanted);

  it('how words are marked: each style in the preview and on the page, with its card open and without', async () => {
    const stayed = await stays(at.tab);
    await paints('by default', { 'liner-notes-mark': WORDS });
    for (const [label, { key, ...look }] of Object.entries(STYLES)) {
      await press(label);
      await previews(label, drawn, look);
      if (label.includes('while the pointer')) {
        const { x, y } = await at.options.evaluate(pointOf, 'microphone');
        await at.options.move(x, y);
        const under = await at.options.waitFor(() => {
          const word = document.querySelector('.preview .mark:hover');
          return word && getComputedStyle(word).textDecorationLine;
        });
        expect(under).toBe('underline');
      }
      await at.tab.bringToFront();
      const marks = key ? { [key]: WORDS } : {};
      await paints(label, marks);
      await hover(at.tab, 'audio engineer');
      // Who wants nothing marked sees no line even then.
      await paints(
        `${label}, with the card`,
        label.startsWith('not marked') ? {} : { ...marks, 'liner-notes-open': 1 },
      );
      await at.tab.press('Escape');
      await closed(at.tab);
      await paints(label, marks);
    }
    await stayed();
  });

  it('how often: in both paragraphs of the preview, and in both sections of the page', async () => {
    const tab = await at.driver.open(`${at.server.origin}/sections`);
    const stayed = await stays(tab);
    const marked = () =>
      [...document.querySelectorAll('.group:first-of-type .preview-text p')].map(
        (paragraph) => paragraph.querySelectorAll('.mark').length,
      );
    for (const [label, { sample, page }] of Object.entries(DENSITIES)) {
      await press(label);
      await previews(label, marked, sample);
      await tab.bringToFront();
      await paints(label, { 'liner-notes-mark': page }, tab);
    }
    await stayed();
    await tab.close();
  });

  it('how large the card is: its sample, and the next one on the page', async () => {
    const stayed = await stays(at.tab);
    const sizeOf = () => Number.parseFloat(getComputedStyle(document.querySelector('.preview-card span')!).fontSize);
    for (const [label, px] of Object.entries(SIZES)) {
      await press(label);
      await previews(label, sizeOf, px);
      await at.tab.bringToFront();
      const next = async () => {
        await hover(at.tab, 'audio engineer');
        const size = await inCard(at.driver, at.tab, (root) => {
          const definition = root.querySelector('#definition')!;
          return definition.ownerDocument.defaultView!.getComputedStyle(definition).fontSize;
        });
        await at.tab.press('Escape');
        await closed(at.tab);
        return size;
      };
      // The page may hear of it only after its first card.
      await until(async () => (await next()) === `${px}px`, `a card in ${px} px`);
    }
    await stayed();
  });

  it('when the card opens: the page waits as long as the choice says', async () => {
    const stayed = await stays(at.tab);
    await at.tab.bringToFront();
    // What the card waits with, told by its own world's timer: no clock is asked.
    await inContentWorld(at.driver, at.tab, () => {
      const wait = window.setTimeout.bind(window) as (...args: unknown[]) => number;
      const asked: unknown[] = [];
      const told = (...args: unknown[]) => {
        asked.push(args[1]);
        return wait(...args);
      };
      Object.assign(window, { asked, setTimeout: told });
    });
    for (const [label, ms] of Object.entries(RESTS)) {
      await press(label);
      await at.tab.bringToFront();
      const rests = async () => {
        await inContentWorld(at.driver, at.tab, () => {
          (window as unknown as { asked: number[] }).asked.length = 0;
        });
        await hover(at.tab, 'audio engineer');
        const asked = await inContentWorld(at.driver, at.tab, () => (window as unknown as { asked: number[] }).asked);
        await at.tab.press('Escape');
        await closed(at.tab);
        return asked.filter((one) => one === PACE.rest || one === SLOW_PACE.rest);
      };
      await until(async () => {
        const asked = await rests();
        return asked.length > 0 && asked.every((one) => one === ms);
      }, `a card after ${ms} ms`);
    }
    await stayed();
  });

  it('the number of terms on the toolbar icon comes and goes', async () => {
    const badge = () => toolbarIcon(at.driver, at.tab).then((icon) => icon.badge);
    await at.tab.bringToFront();
    expect(await badge()).toBe('');
    for (const number of [`${WORDS}`, '']) {
      await at.options.bringToFront();
      await clickOn(at.options, 'label.choice', 'Show the number of terms');
      await at.options.waitFor(
        (on) => document.querySelector<HTMLInputElement>('.group:first-of-type [type=checkbox]')!.checked === on,
        number !== '',
      );
      await at.tab.bringToFront();
      await expect.poll(badge).toBe(number);
    }
  });
});
