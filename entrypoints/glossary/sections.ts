import { i18n } from '#i18n';
import { STAGES } from '../../components/stages.ts';
import { KINDS } from '../../core/glossary/kinds.ts';
import type { Term } from '../../core/glossary/schema.ts';
import type { Order } from './address.ts';

export interface Section {
  id: string;
  title: string;
  terms: Term[];
}

/** The terms in sections, each by name: a letter, a kind, or a stage. A term at work at several stages is in each. */
export function sectionsOf(terms: readonly Term[], order: Order): Section[] {
  const sorted = terms.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  if (order === 'letter') {
    const letters = Map.groupBy(sorted, ({ name }) => (/^\d/.test(name) ? '0' : name.charAt(0).toUpperCase()));
    return [...letters].map(([letter, found]) => ({
      id: letter,
      title: letter === '0' ? '0–9' : letter,
      terms: found,
    }));
  }
  const sections: Section[] =
    order === 'kind'
      ? KINDS.map((kind) => ({
          id: kind,
          title: i18n.t(`kinds.${kind}`),
          terms: sorted.filter((term) => term.kind === kind),
        }))
      : [
          ...STAGES.map((stage) => ({
            id: stage,
            title: i18n.t(`stage.${stage}`),
            terms: sorted.filter(({ stages }) => stages?.includes(stage)),
          })),
          { id: 'any', title: i18n.t('stage.any'), terms: sorted.filter(({ stages }) => !stages?.length) },
        ];
  return sections.filter((section) => section.terms.length > 0);
}
