import { i18n } from '#i18n';
import type { Term } from '../core/glossary/schema.ts';
import './stage-strip.css';
import { placesOf, STAGES } from './stages.ts';

/** When a term is at work, in one glance: a box for each stage of making a record, filled where it is; then its names. */
export function StageStrip({ term }: { term: Pick<Term, 'stages'> }) {
  const places = placesOf(term);
  if (places.length === 0) return null;
  return (
    <span class="stage-strip">
      <span class="stage-boxes" aria-hidden="true">
        {STAGES.map((stage, index) => (
          <span key={stage} class={places.includes(index) ? 'stage-box stage-box-on' : 'stage-box'} />
        ))}
      </span>
      <span class="stage-words">
        <span class="visually-hidden">{i18n.t('entry.stages')}: </span>
        {places.map((place) => i18n.t(`stage.${STAGES[place]!}`)).join(' · ')}
      </span>
    </span>
  );
}
