import { i18n } from '#i18n';
import { PlaceLink } from '../../components/PlaceLink.tsx';
import { StageChart } from '../../components/StageChart.tsx';
import { KINDS } from '../../core/glossary/kinds.ts';
import type { Kind, Term } from '../../core/glossary/schema.ts';
import type { Glossary } from '../../core/glossary/types.ts';
import { browseAddress, ORDERS, type Order, PLACE } from './address.ts';
import { sectionsOf } from './sections.ts';
import { TermSection } from './TermSection.tsx';

/** All terms: from A to Z, by kind, or by the stage of making a record at which they are at work. */
export function Browse(props: {
  glossary: Glossary;
  order: Order;
  kind: Kind | null;
  go: (address: string) => void;
  openTerm: (id: string) => void;
}) {
  const { glossary, order, kind, go, openTerm } = props;
  const { terms } = glossary;
  const shown = order === 'kind' || kind === null ? terms : terms.filter((term) => term.kind === kind);
  const sections = sectionsOf(shown, order);
  return (
    <div class={`browse browse-${order}`}>
      <h1 tabIndex={-1}>{i18n.t('glossaryPage.heading')}</h1>
      <p class="lead">{i18n.t('glossaryPage.lead', terms.length)}</p>
      <nav class="orders" aria-label={i18n.t('glossaryPage.orders')}>
        {ORDERS.map((one) => (
          <PlaceLink
            key={one}
            href={browseAddress(one, kind)}
            current={one === order}
            follow={() => go(browseAddress(one, kind))}
          >
            {i18n.t(`order.${one}`)}
          </PlaceLink>
        ))}
      </nav>
      {order === 'stage' && <StageChart glossary={glossary} openTerm={openTerm} />}
      {order !== 'kind' && <Kinds terms={terms} kind={kind} choose={(next) => go(browseAddress(order, next))} />}
      <nav class="places" aria-label={i18n.t('glossaryPage.places')}>
        {sections.map(({ id, title }) => (
          <a key={id} href={`#${PLACE}${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {sections.map((section) => (
        <TermSection key={section.id} {...section} tellKind={order !== 'kind'} openTerm={openTerm} />
      ))}
    </div>
  );
}

/** Shows only the terms of one kind. */
function Kinds({ terms, kind, choose }: { terms: Term[]; kind: Kind | null; choose: (kind: Kind | null) => void }) {
  return (
    <fieldset class="tools kinds">
      <legend class="visually-hidden">{i18n.t('glossaryPage.kinds')}</legend>
      {[null, ...KINDS].map((one) => (
        <label key={one} class="chip">
          <input type="radio" name="kind" class="visually-hidden" checked={kind === one} onChange={() => choose(one)} />
          {one === null ? i18n.t('glossaryPage.all') : i18n.t(`kinds.${one}`)}
          <span class="count">{terms.filter((term) => one === null || term.kind === one).length}</span>
        </label>
      ))}
    </fieldset>
  );
}
