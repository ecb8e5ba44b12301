import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCard } from '../../../browsers/card.ts';
import { command } from '../../../browsers/command.ts';
import { BROWSERS, type Tab, until } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { CREDITS, closed, elapse, page, type Stage, setStage } from './stage.ts';

/** What each page does to an element that it has not made, as soon as it hears of it. */
const ANSWERS = {
  removes: 'element.remove()',
  'keeps its own last and clones ours': `const clone = element.cloneNode(true); made.add(clone); root.append(clone, own)`,
  'puts it elsewhere': 'if (element.parentNode === root) document.body.append(element)',
  'takes it out and puts it in again': 'if (times++ % 2 === 0) root.append(element)',
  'moves it whenever it comes': 'if (element.isConnected) document.body.append(element)',
  'moves it, and takes it out when it has the focus again':
    'if (!moved) { moved = true; document.body.append(element); element.addEventListener("focusin", () => element.remove()) }',
};

/** Answers at once to each foreign element in the tree, and counts what it hears of. */
const duellist = (answer: string) => `<script>
  const duel = { on: true, hosts: 0, records: 0, clicks: 0, keys: [] };
  const [made, met, root] = [new WeakSet(), new WeakSet(), document.documentElement];
  let [times, moved] = [0, false];
  addEventListener('DOMContentLoaded', () => {
    const own = root.appendChild(document.createElement('footer'));
    made.add(own);
    new MutationObserver((records) => {
      duel.records += records.length;
      for (const { addedNodes } of records)
        for (const element of addedNodes) {
          if (made.has(element) || !(element instanceof Element)) continue;
          // What it has moved itself it hears of once more.
          if (!met.has(element) && element.localName === 'liner-notes-card') duel.hosts++;
          met.add(element);
          if (duel.on) { ${answer} }
        }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  addEventListener('click', () => duel.clicks++);
  addEventListener('keydown', ({ key, defaultPrevented }) => duel.keys.push(key + (defaultPrevented ? ' taken' : '')));
</script>`;

interface Duel {
  on: boolean;
  hosts: number;
  records: number;
  clicks: number;
  keys: string[];
}
declare const duel: Duel;

type Kind = keyof typeof ANSWERS;
const paths = Object.fromEntries(Object.keys(ANSWERS).map((kind) => [kind, `/${kind.replaceAll(' ', '-')}`])) as Record<
  Kind,
  string
>;
const BODY = `<h1>Who was there</h1><p>${CREDITS}</p><button>Play</button>`;
const PAGES = Object.fromEntries(
  Object.entries(ANSWERS).map(([kind, answer]) => [paths[kind as Kind], page(duellist(answer), BODY)]),
);

const DIALOG = page(duellist(''), `<dialog>${BODY}</dialog><footer></footer>`);

describe.each(BROWSERS)('a page that answers to the card’s element, in %s', (name) => {
  let stage: Stage;
  let tab: Tab;

  beforeAll(async () => {
    stage = await setStage(name, { ...PAGES, '/dialog': DIALOG });
  });
  afterAll(() => stage?.close());
  afterEach(() => tab?.close());

  const seen = () => tab.evaluate(() => duel);
  /** Rests on a word until the page has heard of another card. */
  const rest = async (word: string) => {
    const { hosts } = await seen();
    const { x, y } = await tab.evaluate(pointOf, word);
    await tab.move(x, y - 60);
    await tab.move(x, y, 6);
    await tab.waitFor((before) => duel.hosts > before, hosts);
  };
  /** A card that is there to be read, and lies on top of the page. */
  const isRead = async (term: string) => {
    await until(async () => (await readCard(tab)).some((line) => line.includes(term)), `a card that says ${term}`);
    const onTop = () => {
      for (let y = 2; y < innerHeight; y += 8)
        for (let x = 2; x < innerWidth; x += 40)
          if (document.elementFromPoint(x, y)?.localName === 'liner-notes-card') return true;
      return false;
    };
    expect(await tab.evaluate(onTop)).toBe(true);
  };
  /** The second after: nobody answers anybody any more. */
  const isQuiet = async () => {
    const before = await seen();
    await elapse(tab, 1000);
    const after = await seen();
    expect({ hosts: after.hosts, records: after.records }).toEqual({ hosts: before.hosts, records: before.records });
  };
  /** The page's own keys and clicks reach it. */
  const pageWorks = async () => {
    const { clicks, keys } = await seen();
    await tab.press('x');
    await tab.click(700, 500);
    const after = await seen();
    expect(after.clicks).toBe(clicks + 1);
    expect(after.keys).toEqual([...keys, 'x']);
    expect(tab.errors).toEqual([]);
  };

  it('gives in to one that removes it: one card a hover, no key taken for it, and the next one is shown', async () => {
    tab = await stage.open(paths.removes);
    await rest('record producer');
    await isQuiet();
    expect((await seen()).hosts).toBe(1);
    expect(await tab.evaluate(() => CSS.highlights.get('liner-notes-open')?.size ?? 0)).toBe(0);
    await tab.press('Escape');
    expect((await seen()).keys).toEqual(['Escape']);
    await rest('mix engineer');
    expect((await seen()).hosts).toBe(2);
    await pageWorks();
    await tab.evaluate(() => {
      duel.on = false;
    });
    await rest('mastering engineer');
    await isRead('Mastering engineer');
    expect((await seen()).hosts).toBe(3);
  });

  it.each(['keeps its own last and clones ours', 'puts it elsewhere', 'takes it out and puts it in again'] as const)(
    'is read on one that %s: put in once a hover, its Escape taken',
    async (kind) => {
      tab = await stage.open(paths[kind]);
      await rest('record producer');
      await isRead('Producer');
      await isQuiet();
      await rest('mix engineer');
      await isRead('Mix engineer');
      expect((await seen()).hosts).toBe(2);
      await tab.press('Escape');
      await until(async () => (await readCard(tab)).length === 0, 'no card');
      expect((await seen()).keys).toEqual([]);
      await pageWorks();
    },
  );

  it('is left to one that moves it whenever it comes, so that both come to rest', async () => {
    tab = await stage.open(paths['moves it whenever it comes']);
    await rest('record producer');
    await closed(tab);
    await isQuiet();
    await pageWorks();
  });

  it.each(['moves it whenever it comes', 'moves it, and takes it out when it has the focus again'] as const)(
    'gives a reader at the keyboard the focus back on one that %s, and leaves them Escape',
    async (kind) => {
      tab = await stage.open(paths[kind]);
      await tab.evaluate(() => document.querySelector('button')!.focus());
      await command(stage.driver, tab, 'next-term');
      await tab.waitFor(() => duel.hosts === 1);
      await closed(tab);
      await tab.waitFor(() => document.activeElement?.matches('button'));
      await isQuiet();
      await tab.press('Escape');
      expect((await seen()).keys).toEqual(['Escape']);
      await pageWorks();
    },
  );

  it('takes no Escape where the dialog that holds it has been moved', async () => {
    tab = await stage.open('/dialog');
    await tab.evaluate(() => document.querySelector('dialog')!.showModal());
    await command(stage.driver, tab, 'next-term');
    await isRead('Producer');
    await tab.evaluate(() => document.querySelector('footer')!.append(document.querySelector('dialog')!));
    await closed(tab);
    await tab.press('Escape');
    expect((await seen()).keys).toEqual(['Escape']);
    await pageWorks();
  });

  it('gives a reader at the keyboard the focus where the page moved it, and back where the page removes it', async () => {
    tab = await stage.open(paths['puts it elsewhere']);
    const isIn = (selector: string) => document.activeElement?.matches(selector) ?? false;
    await tab.evaluate(() => document.querySelector('button')!.focus());
    await command(stage.driver, tab, 'next-term');
    await tab.waitFor(isIn, 'body > liner-notes-card');
    await isRead('Producer');
    await tab.evaluate(() => document.querySelector('liner-notes-card')!.remove());
    await tab.waitFor(isIn, 'button');
  });
});
