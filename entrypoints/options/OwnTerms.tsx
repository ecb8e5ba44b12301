import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';
import { faultOf, newOwnId, type OwnTermFault, tidyOwnTerm } from '../../core/settings/own-terms.ts';
import type { OwnTerm } from '../../core/settings/types.ts';
import { Field } from './Field.tsx';
import type { LiveSettings } from './use-settings.ts';
import './own-terms.css';

const FAULTS = {
  empty: 'own.empty',
  'too-short': 'own.tooShort',
  'too-long': 'own.tooLong',
  'no-letter': 'own.noLetter',
  invisible: 'own.invisible',
  'too-many': 'own.tooMany',
  taken: 'own.taken',
} as const satisfies Record<OwnTermFault['reason'], string>;

/** What is typed; `forms` one a line. */
interface Draft {
  id: string | null;
  name: string;
  definition: string;
  forms: string;
  exactCase: boolean;
}
const EMPTY: Draft = { id: null, name: '', definition: '', forms: '', exactCase: false };

/** Words of the reader's own: put in, changed, taken away. */
export function OwnTerms({ settings, edit }: LiveSettings) {
  const [draft, setDraft] = useState(EMPTY);
  const [fault, setFault] = useState<OwnTermFault | null>(null);
  const [said, say] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const focus = (name: string) => (form.current?.elements.namedItem(name) as HTMLElement | null)?.focus();
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setFault(null);
  };

  async function save(event: Event) {
    event.preventDefault();
    const id = draft.id ?? newOwnId(Math.random);
    const term = tidyOwnTerm({ ...draft, id, forms: draft.forms.split('\n') });
    const wrong = faultOf(term, settings.ownTerms) ?? null;
    setFault(wrong);
    if (wrong) {
      focus(wrong.field);
      return;
    }
    const isStored = await edit.setOwnTerm(term);
    say(isStored ? i18n.t('own.kept', [term.name]) : '');
    if (!isStored) return;
    // What was typed since stays.
    setDraft((now) => (now === draft ? EMPTY : now));
    focus('name');
  }
  const wrongIn = (field: OwnTermFault['field']) => (fault?.field === field ? i18n.t(FAULTS[fault.reason]) : '');

  return (
    <section class="group" id="own">
      <h2>{i18n.t('own.heading')}</h2>
      <p class="hint">{i18n.t('own.lead')}</p>
      <form class="own-form" ref={form} onSubmit={save} noValidate>
        <Field
          name="name"
          label={i18n.t('own.name')}
          value={draft.name}
          wrong={wrongIn('name')}
          onInput={(name) => change({ name })}
        />
        <Field
          name="definition"
          lines={2}
          label={i18n.t('own.definition')}
          value={draft.definition}
          wrong={wrongIn('definition')}
          onInput={(definition) => change({ definition })}
        />
        <Field
          name="forms"
          lines={3}
          label={i18n.t('own.forms')}
          hint={i18n.t('own.formsHint')}
          value={draft.forms}
          wrong={wrongIn('forms')}
          onInput={(forms) => change({ forms })}
        />
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.exactCase}
            onChange={(event) => change({ exactCase: event.currentTarget.checked })}
          />
          <span>{i18n.t('own.exactCase')}</span>
        </label>
        <div class="tools">
          <button type="submit" class="action">
            <Icon name="add" />
            {i18n.t(draft.id ? 'own.save' : 'own.add')}
          </button>
          {draft.id && (
            <button type="button" class="action" onClick={() => setDraft(EMPTY)}>
              {i18n.t('own.cancel')}
            </button>
          )}
        </div>
        <p class="done" role="status">
          {said}
        </p>
      </form>
      <ul class="own-terms">
        {settings.ownTerms.map((term) => (
          <Own
            key={term.id}
            term={term}
            change={() => {
              setDraft({ ...term, forms: term.forms.join('\n') });
              setFault(null);
              focus('name');
            }}
            remove={async () => {
              const isStored = await edit.removeOwnTerm(term.id);
              say(isStored ? i18n.t('own.gone', [term.name]) : '');
              if (!isStored) return;
              setDraft((now) => (now.id === term.id ? EMPTY : now));
              focus('name');
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function Own({ term, change, remove }: { term: OwnTerm; change: () => void; remove: () => void }) {
  const { name, definition, forms, exactCase } = term;
  return (
    <li>
      <div>
        <strong class="own-name" dir="auto">
          {name}
        </strong>
        {forms.length > 0 && <span class="hint">{i18n.t('search.alias', [forms.join(', ')])}</span>}
        <span class="own-definition" dir="auto">
          {definition}
        </span>
        {exactCase && <span class="hint">{i18n.t('own.exactCase')}</span>}
      </div>
      <button type="button" class="action" aria-label={i18n.t('own.changeThis', [name])} onClick={change}>
        {i18n.t('own.change')}
      </button>
      <button
        type="button"
        class="tool"
        aria-label={i18n.t('own.remove', [name])}
        title={i18n.t('own.remove', [name])}
        onClick={remove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
