/** A whole entry, in the popup and on the glossary's page: all that the glossary says of it, in order, with its sources. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { typeInto } from '../../browsers/by-hand.ts';
import type { Surface } from '../../browsers/index.ts';
import { loadGlossary } from '../../build/load-glossary.ts';
import { compileGlossary } from '../../core/glossary/compile.ts';
import { comparisonsWith, confusables, getTerm, otherNames } from '../../core/glossary/lookup.ts';
import type { Term } from '../../core/glossary/schema.ts';
import { openPage } from './open-page.ts';
import { describePopup } from './popup-stage.ts';

const glossary = compileGlossary(loadGlossary());
const words = parse(readFileSync('locales/en.yml', 'utf8')) as Record<string, Record<string, string>>;
const say = (key: string, ...values: string[]) => {
  const [group = '', name = ''] = key.split('.');
  return words[group]![name]!.replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1]!);
};

/** What the glossary has of a term, a line a heading or a statement; a link is written `[text](address)`. */
function written(term: Term, level: number): string[] {
  const cited: string[] = [];
  const heading = (key: string) => `H${level + 1} ${say(`entry.${key}`)}`;
  const sourced = ({ text, sources }: { text: string; sources: string[] }) => {
    const links = sources.map((id) => {
      if (!cited.includes(id)) cited.push(id);
      return `[${cited.indexOf(id) + 1}](${glossary.sources[id]!.url})`;
    });
    return `${text} ${links.join('')}`;
  };
  const part = (key: string, lines: string[] = []) => (lines.length > 0 ? [heading(key), ...lines] : []);
  const stages = (term.stages ?? []).map((stage) => say(`stage.${stage}`)).join(' · ');
  const names = otherNames(term);
  const { musicbrainz = [], ddex = [] } = term.credit ?? {};
  const statements = [
    ...part(
      'usage',
      term.usage?.flatMap((note) => [say(`scope.${note.scope}`.replace('hip-hop', 'hipHop')), sourced(note)]),
    ),
    ...part('disputed', term.disputed && [term.disputed.question, ...term.disputed.sides.map(sourced)]),
    ...part('facts', term.facts.map(sourced)),
  ];
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(term.checked));
  return [
    say(`kind.${term.kind}`) + (stages && `${say('entry.stages')}: ${stages}`),
    `H${level} ${term.name}`,
    ...(names.length > 0 ? [say('search.alias', names.join(', '))] : []),
    term.definition,
    ...part(
      'comparisons',
      comparisonsWith(glossary, term.id).map(
        ({ title, columns }) => `[${title.replace(/ vs\. /, ' vs ')}](/compare.html?terms=${columns.join(',')})`,
      ),
    ),
    ...statements,
    ...part(
      'confusables',
      confusables(glossary, term.id).map(
        ({ term: { id, name }, difference = '' }) =>
          `[${name}](/glossary.html#${id}) [${say('page.compare')}](/compare.html?terms=${term.id},${id})${difference}`,
      ),
    ),
    ...part('credit', [
      ...(musicbrainz.length > 0 ? [say('entry.creditMusicbrainz'), musicbrainz.join(', ')] : []),
      ...(ddex.length > 0 ? [say('entry.creditDdex'), ddex.join(', ')] : []),
    ]),
    ...part('sources', [
      ...cited.map((id) => {
        const { title, url, publisher, licence } = glossary.sources[id]!;
        return `[${title}](${url}) ${publisher} ${licence}`;
      }),
      say('entry.checked', day),
    ]),
  ];
}

/** What the entry shows, in the same way of writing; of what cannot be seen nothing. */
function shown(): string[] {
  const spell = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!;
    const element = node as Element;
    if (!element.checkVisibility()) return '';
    const text = [...element.childNodes].map(spell).join('');
    return element.matches('a') ? `[${text}](${element.getAttribute('href')})` : text;
  };
  const lines = [...document.querySelectorAll('.entry :is(h1, h2, h3, p, dt, dd, li)')];
  return lines.map((line) => {
    const level = /^H\d$/.test(line.tagName) ? `${line.tagName} ` : '';
    return `${level}${spell(line)}`.replace(/\s+/g, ' ').trim();
  });
}

/** Links out of the extension that would take its place, or tell where the reader comes from; citations without a name. */
function careless(): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.entry a[href^="http"]')];
  const bad = links.filter(({ target, rel }) => target !== '_blank' || !rel.includes('noreferrer'));
  const citations = links.filter((link) => link.matches('.citation'));
  const unnamed = citations.filter(
    (link) => !link.ariaLabel?.startsWith(`Source ${link.textContent}: `) || !link.title.includes(': '),
  );
  return [...bad, ...unnamed].map(({ outerHTML }) => outerHTML);
}

/** One with every part that an entry may have, and one with as few as any has: how many. */
const ENTRIES: [string, number][] = [
  ['producer', 7],
  ['waveform', 3],
];

describePopup({}, (at) => {
  const holds = async (surface: Surface, term: Term, level: number) => {
    await surface.waitFor((name) => document.querySelector('.entry-name')?.textContent === name, term.name);
    expect(await surface.evaluate(shown)).toEqual(written(term, level));
    expect(await surface.evaluate(careless)).toEqual([]);
  };

  it.each(ENTRIES)(
    'shows all of an entry, and no part that is empty, like the glossary’s page: %s',
    async (id, parts) => {
      const term = getTerm(glossary, id)!;
      expect(written(term, 1).filter((line) => line.startsWith('H2 '))).toHaveLength(parts);
      const popup = await at.driver.popup(at.tab);
      await typeInto(popup, 'input[role=combobox]', term.name);
      await popup.waitFor(() => document.querySelector('.result'));
      await popup.press('Enter');
      await holds(popup, term, 2);
      await popup.close();
      const page = await openPage(at.driver, `glossary.html#${id}`);
      await holds(page, term, 1);
      await page.close();
    },
  );
});
