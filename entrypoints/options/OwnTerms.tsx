import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';
import { limitOf, newOwnId, tidyOwnTerm } from '../../core/settings/own-draft.ts';
import { faultOf, type OwnTermFault } from '../../core/settings/own-terms.ts';
import type { OwnTerm } from '../../core/settings/types.ts';
import { Field } from './Field.tsx';
import type { LiveSettings } from './use-settings.ts';
import './own-terms.css';

const FAULTS = {
  empty: 'own.empty',
  'too-short': 'own.tooShort',
  'no-letter': 'own.noLetter',
  invisible: 'own.invisible',
  taken: 'own.taken',
} as const satisfies Record<Exclude<OwnTermFault['reason'], 'too-long' | 'too-many'>, string>;

function saying(fault: OwnTermFault): string {
  const { field, reason } = fault;
  if (reason === 'too-long') return i18n.t('own.tooLong', limitOf(fault));
  if (reason !== 'too-many') return i18n.t(FAULTS[reason]);
  return field === 'forms' ? i18n.t('own.tooManyForms', limitOf(fault)) : i18n.t('own.tooManyTerms', limitOf(fault));
}

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
  const isSaving = useRef(false);
  const focus = (name: string) => (form.current?.elements.namedItem(name) as HTMLElement | null)?.focus();
  const begin = (next: Draft) => {
    setDraft(next);
    setFault(null);
  };
  const change = (part: Partial<Draft>) => begin({ ...draft, ...part });
  const complain = (wrong: OwnTermFault) => {
    setFault(wrong);
    focus(wrong.field);
  };

  async function save(event: Event) {
    event.preventDefault();
    // Pressed twice it is meant once.
    if (isSaving.current) return;
    const id = draft.id ?? newOwnId(Math.random);
    const term = tidyOwnTerm({ ...draft, id, forms: draft.forms.split('\n') });
    const wrong = faultOf(term, settings.ownTerms);
    if (wrong) return complain(wrong);
    isSaving.current = true;
    const kept = await edit.setOwnTerm(term);
    isSaving.current = false;
    say(kept === true ? i18n.t('own.kept', [term.name]) : '');
    // Another window was quicker.
    if (typeof kept === 'object') return complain(kept);
    if (!kept) return;
    // What was typed since stays.
    setDraft((now) => (now === draft ? EMPTY : now));
    focus('name');
  }

  function cancel() {
    // Back to where the change began; this button goes.
    document.getElementById(`change-${draft.id}`)?.focus();
    begin(EMPTY);
  }

  const wrongIn = (field: OwnTermFault['field']) => (fault?.field === field ? saying(fault) : '');

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
            <button type="button" class="action" onClick={cancel}>
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
              begin({ ...term, forms: term.forms.join('\n') });
              say('');
              focus('name');
            }}
            remove={async () => {
              const isStored = await edit.removeOwnTerm(term.id);
              say(isStored ? i18n.t('own.gone', [term.name]) : '');
              if (!isStored) return;
              // By now another one may be typed.
              if (draft.id === term.id) setFault(null);
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
  const { id, name, definition, forms, exactCase } = term;
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
      <button
        type="button"
        class="action"
        id={`change-${id}`}
        aria-label={i18n.t('own.changeThis', [name])}
        onClick={change}
      >
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
