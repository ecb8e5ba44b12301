import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';
import type { Term } from '../../core/glossary/schema.ts';

/** Under a column's name: swap it with the next one, or take it away. */
export function ColumnTools(props: {
  columns: Term[];
  index: number;
  /** `moved`: the column that the reader goes on with. */
  choose: (terms: string[], moved?: string) => void;
}) {
  const { columns, index, choose } = props;
  const terms = columns.map(({ id }) => id);
  const { id, name } = columns[index]!;
  const next = columns[index + 1];
  const remove = i18n.t('comparePage.remove', [name]);
  const swap = next && i18n.t('comparePage.swap', [name, next.name]);
  return (
    <span class="column-tools" data-column={id}>
      {next && (
        <button
          type="button"
          class="tool swap"
          aria-label={swap}
          title={swap}
          onClick={() => choose(terms.with(index, next.id).with(index + 1, id), id)}
        >
          <Icon name="swap" />
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={remove}
        title={remove}
        onClick={() => choose(terms.filter((other) => other !== id))}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
