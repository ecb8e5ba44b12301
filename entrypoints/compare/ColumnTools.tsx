import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';

/** Under a column's name: swap it with the next one, or take it away. */
export function ColumnTools(props: { terms: string[]; index: number; choose: (terms: string[]) => void }) {
  const { terms, index, choose } = props;
  const next = index + 1;
  const swapped = terms.with(index, terms[next] ?? '').with(Math.min(next, terms.length - 1), terms[index] ?? '');
  return (
    <span class="column-tools">
      {next < terms.length && (
        <button
          type="button"
          class="tool"
          aria-label={i18n.t('comparePage.swap')}
          title={i18n.t('comparePage.swap')}
          onClick={() => choose(swapped)}
        >
          <Icon name="swap" />
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={i18n.t('comparePage.remove')}
        title={i18n.t('comparePage.remove')}
        onClick={() => choose(terms.filter((_, other) => other !== index))}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
