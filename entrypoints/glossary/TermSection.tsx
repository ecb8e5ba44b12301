import { i18n } from '#i18n';
import { termAddress } from '../../components/addresses.ts';
import { languageOf } from '../../components/english.ts';
import { PlaceLink } from '../../components/PlaceLink.tsx';
import { PLACE } from './address.ts';
import type { Section } from './sections.ts';

/** A letter, a kind or a stage, with its terms. */
export function TermSection(
  props: Section & {
    /** The section does not say of what kind its terms are. */
    tellKind: boolean;
    openTerm: (id: string) => void;
  },
) {
  const { id, title, terms, tellKind, openTerm } = props;
  return (
    <section class="term-section" id={`${PLACE}${id}`} aria-labelledby={`${PLACE}${id}-title`}>
      <h2 id={`${PLACE}${id}-title`}>
        {title} <span class="count">{terms.length}</span>
      </h2>
      <ul>
        {terms.map((term) => (
          <li key={term.id}>
            <PlaceLink class="term-link" href={termAddress(term.id)} follow={() => openTerm(term.id)}>
              <span {...languageOf(term.id)}>{term.name}</span>
            </PlaceLink>{' '}
            {tellKind && <span class="kind">{i18n.t(`kind.${term.kind}`)}</span>}
            <p {...languageOf(term.id)}>{term.definition}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
