import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { StageChart } from '../../components/StageChart.tsx';
import type { Kind, Term } from '../../core/glossary/schema.ts';

const KINDS: Kind[] = ['role', 'process', 'gear', 'form', 'rights', 'theory'];

/** All terms by kind and letter, and who works when. */
export function Browse({ terms }: { terms: Term[] }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const shown = terms.filter((term) => kind === null || term.kind === kind);
  const letters = Map.groupBy(
    shown.toSorted((a, b) => a.name.localeCompare(b.name)),
    ({ name }) => name.charAt(0).toUpperCase(),
  );
  const timed = terms.some(({ stages }) => stages?.length);
  return (
    <>
      <h1>{i18n.t('glossaryPage.heading')}</h1>
      <p class="lead">{i18n.t('glossaryPage.lead', [String(terms.length)])}</p>
      <fieldset class="tools kinds">
        <legend class="visually-hidden">{i18n.t('glossaryPage.kinds')}</legend>
        {[null, ...KINDS].map((one) => (
          <label key={one} class="chip">
            <input
              type="radio"
              name="kind"
              class="visually-hidden"
              checked={kind === one}
              onChange={() => setKind(one)}
            />
            {one === null ? i18n.t('glossaryPage.all') : i18n.t(`kinds.${one}`)}
            <span class="count">{terms.filter((term) => one === null || term.kind === one).length}</span>
          </label>
        ))}
      </fieldset>
      {timed && (kind === null || kind === 'role') && (
        <details class="who-when" open={kind === 'role'}>
          <summary>
            <h2>{i18n.t('glossaryPage.whoWhen')}</h2>
          </summary>
          <StageChart terms={terms} />
        </details>
      )}
      <nav class="letters" aria-label={i18n.t('glossaryPage.letters')}>
        {[...letters.keys()].map((letter) => (
          <a key={letter} href={`#letter-${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      {[...letters].map(([letter, found]) => (
        <section key={letter} class="letter" id={`letter-${letter}`}>
          <h2>{letter}</h2>
          <ul>
            {found.map((term) => (
              <li key={term.id}>
                <a href={`?term=${term.id}`}>{term.name}</a>{' '}
                <span class="entry-kind">{i18n.t(`kind.${term.kind}`)}</span>
                <p>{term.definition}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
