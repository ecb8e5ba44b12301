import glossary from 'virtual:liner-notes/glossary';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Checks } from '../../components/Choices.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { KINDS } from '../../core/glossary/kinds.ts';
import { withOwn } from '../../core/glossary/own-terms.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { focusAfter } from './focus-after.ts';
import { Sample } from './Preview.tsx';
import { namedTerms } from './term-name.ts';
import type { LiveSettings } from './use-settings.ts';

/** Which words are marked at all. */
export function Words({ settings, edit }: LiveSettings) {
  const [query, setQuery] = useState('');
  const { kinds, mutedTerms } = settings.preferences;
  // Read anew they are other objects, which say the same.
  const own = JSON.stringify(settings.ownTerms);
  const search = useMemo(() => glossarySearch(withOwn(glossary, settings.ownTerms)), [own]);

  async function mute(id: string) {
    const isStored = await edit.setPreference('mutedTerms', (muted) => [...new Set([...muted, id])]);
    // What could not be stored stays to be tried again; what was typed since stays too.
    if (isStored) setQuery((now) => (now === query ? '' : now));
  }

  async function unmute(id: string, pressed: HTMLElement) {
    const refocus = focusAfter(pressed, '.chip', '.narrow-search input');
    const isStored = await edit.setPreference('mutedTerms', (muted) => muted.filter((other) => other !== id));
    if (isStored) refocus();
  }

  const results = query.trim() ? search.find(query).filter(({ type }) => type === 'term') : [];
  return (
    <section class="group" id="words">
      <h2>{i18n.t('options.words')}</h2>
      <Checks
        legend={i18n.t('options.kinds')}
        choices={KINDS.map((value) => ({ value, label: i18n.t(`kinds.${value}`), hint: i18n.t(`kindHint.${value}`) }))}
        values={kinds}
        onChange={(kind, on) =>
          void edit.setPreference('kinds', (now) => KINDS.filter((one) => (one === kind ? on : now.includes(one))))
        }
      />
      <figure class="preview">
        <figcaption class="hint">{i18n.t('options.preview')}</figcaption>
        <Sample preferences={settings.preferences} />
      </figure>
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
        {namedTerms(mutedTerms, settings).map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              aria-label={i18n.t('options.unmute', [name])}
              onClick={(event) => void unmute(id, event.currentTarget)}
            >
              {name} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
