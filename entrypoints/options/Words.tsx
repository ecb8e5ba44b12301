import glossary from 'virtual:liner-notes/glossary';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Checks } from '../../components/Choices.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { KINDS } from '../../core/glossary/kinds.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { termName } from './term-name.ts';
import type { LiveSettings } from './use-settings.ts';

const search = glossarySearch(glossary);

/** Which words are marked at all. */
export function Words({ settings, edit }: LiveSettings) {
  const [query, setQuery] = useState('');
  const { kinds, mutedTerms } = settings.preferences;

  async function mute(id: string) {
    const isStored = await edit.setPreference('mutedTerms', (muted) => [...new Set([...muted, id])]);
    // What could not be stored stays to be tried again; what was typed since stays too.
    if (isStored) setQuery((now) => (now === query ? '' : now));
  }
  const results = query.trim() ? search.find(query).filter(({ type }) => type === 'term') : [];
  return (
    <section class="group" id="words">
      <h2>{i18n.t('options.words')}</h2>
      <Checks
        legend={i18n.t('options.kinds')}
        choices={KINDS.map((value) => ({ value, label: i18n.t(`kinds.${value}`), hint: i18n.t(`kindHint.${value}`) }))}
        values={kinds}
        onChange={(values) => void edit.setPreference('kinds', () => values)}
      />
      <h3>{i18n.t('options.muted')}</h3>
      <p class="hint">{i18n.t('options.mutedHint')}</p>
      <div class="narrow-search">
        <SearchBox
          label={i18n.t('options.mute')}
          query={query}
          results={results}
          onQuery={setQuery}
          onChoose={(found) => {
            if (found.type === 'term') void mute(found.term.id);
          }}
        />
      </div>
      <ul class="chips">
        {mutedTerms.map((id) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              aria-label={i18n.t('options.unmute', [termName(id, settings)])}
              onClick={() => void edit.setPreference('mutedTerms', (muted) => muted.filter((other) => other !== id))}
            >
              {termName(id, settings)} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
