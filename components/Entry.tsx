import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { citedSources, comparisonsWith, confusables, otherNames } from '../core/glossary/lookup.ts';
import type { Term } from '../core/glossary/schema.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { comparisonAddress, termAddress } from './addresses.ts';
import { Citations, numbering } from './Citations.tsx';
import { ComparisonLinks } from './ComparisonLinks.tsx';
import { ENGLISH } from './english.ts';
import './entry.css';
import { dayName, listed } from './in-our-language.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { Sources } from './Sources.tsx';
import { StageStrip } from './StageStrip.tsx';
import { scopeName } from './scope-name.ts';

/** All that the glossary says of one term, every statement with its sources. */
export function Entry(props: {
  glossary: Glossary;
  term: Term;
  /** Level of the name's heading: 1 on a page of its own. */
  level: 1 | 2;
  openTerm: (id: string) => void;
  openComparison: (terms: string[]) => void;
}) {
  const { glossary, term, openTerm, openComparison } = props;
  const Name = props.level === 1 ? 'h1' : 'h2';
  const level = props.level === 1 ? 2 : 3;
  const { number, ids } = numbering();
  const cite = (sources: string[]) => <Citations sources={citedSources(glossary, sources)} number={number} />;
  const comparisons = comparisonsWith(glossary, term.id);
  const others = confusables(glossary, term.id);
  const names = otherNames(term);
  return (
    <article class="entry">
      <header>
        <p class="entry-about">
          <span class="kind">{i18n.t(`kind.${term.kind}`)}</span>
          <StageStrip term={term} />
        </p>
        <Name class="entry-name" tabIndex={-1} {...ENGLISH}>
          {term.name}
        </Name>
        {names.length > 0 && <p class="entry-also">{i18n.t('search.alias', [names.join(', ')])}</p>}
        <p class="entry-definition" {...ENGLISH}>
          {term.definition}
        </p>
      </header>
      {comparisons.length > 0 && (
        <Part level={level} title={i18n.t('entry.comparisons')}>
          <ComparisonLinks
            links={comparisons.map(({ id, title, columns }) => ({ key: id, title, terms: columns }))}
            open={openComparison}
          />
        </Part>
      )}
      {term.usage && (
        <Part level={level} title={i18n.t('entry.usage')}>
          <dl class="usage">
            {term.usage.map(({ scope, text, sources }) => (
              <div key={scope + text}>
                <dt>{scopeName(scope)}</dt>
                <dd {...ENGLISH}>
                  {text}
                  {cite(sources)}
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {term.disputed && (
        <Part level={level} title={i18n.t('entry.disputed')} disputed>
          <p class="dispute-question" {...ENGLISH}>
            {term.disputed.question}
          </p>
          <ul class="sides" {...ENGLISH}>
            {term.disputed.sides.map(({ text, sources }) => (
              <li key={text}>
                {text}
                {cite(sources)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part level={level} title={i18n.t('entry.facts')}>
        <ul class="facts" {...ENGLISH}>
          {term.facts.map(({ text, sources }) => (
            <li key={text}>
              {text}
              {cite(sources)}
            </li>
          ))}
        </ul>
      </Part>
      {others.length > 0 && (
        <Part level={level} title={i18n.t('entry.confusables')}>
          <ul class="confusables">
            {others.map((other) => (
              <li key={other.term.id}>
                <PlaceLink class="confusable" href={termAddress(other.term.id)} follow={() => openTerm(other.term.id)}>
                  <span {...ENGLISH}>{other.term.name}</span>
                </PlaceLink>{' '}
                <PlaceLink
                  class="chip"
                  label={i18n.t('search.compareAll', [listed([term.name, other.term.name])])}
                  href={comparisonAddress([term.id, other.term.id])}
                  follow={() => openComparison([term.id, other.term.id])}
                >
                  {i18n.t('page.compare')}
                </PlaceLink>
                {other.difference && (
                  <span class="difference" {...ENGLISH}>
                    {other.difference}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Credit level={level} term={term} />
      <Part level={level} title={i18n.t('entry.sources')}>
        <Sources glossary={glossary} ids={ids} />
        <p class="checked">{i18n.t('entry.checked', [dayName(term.checked)])}</p>
      </Part>
    </article>
  );
}

function Part(props: { level: 2 | 3; title: string; disputed?: boolean; children: ComponentChildren }) {
  const Title = props.level === 2 ? 'h2' : 'h3';
  return (
    <section class={props.disputed ? 'part part-disputed' : 'part'}>
      <Title class="part-title">{props.title}</Title>
      {props.children}
    </section>
  );
}

function Credit({ term, level }: { term: Term; level: 2 | 3 }) {
  const { ddex, musicbrainz } = term.credit ?? {};
  if (!ddex?.length && !musicbrainz?.length) return null;
  return (
    <Part level={level} title={i18n.t('entry.credit')}>
      <dl class="usage">
        {musicbrainz?.length ? (
          <div>
            <dt>{i18n.t('entry.creditMusicbrainz')}</dt>
            <dd {...ENGLISH}>{musicbrainz.join(', ')}</dd>
          </div>
        ) : null}
        {ddex?.length ? (
          <div>
            <dt>{i18n.t('entry.creditDdex')}</dt>
            <dd {...ENGLISH}>{ddex.join(', ')}</dd>
          </div>
        ) : null}
      </dl>
    </Part>
  );
}
