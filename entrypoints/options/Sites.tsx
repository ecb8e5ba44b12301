import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Choices } from '../../components/Choices.tsx';
import { clock } from '../../components/clock.ts';
import { Icon } from '../../components/Icon.tsx';
import { FILES, lineage, siteFromText } from '../../core/settings/site.ts';
import type { SiteRule } from '../../core/settings/types.ts';
import { SiteList } from './SiteList.tsx';
import { termName } from './term-name.ts';
import type { LiveSettings } from './use-settings.ts';
import './sites.css';

/** Where words are marked: everywhere but here, or only here. */
export function Sites({ settings, edit, ...others }: LiveSettings) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { mode } = settings.preferences;
  const sites = Object.entries(settings.sites).toSorted(([a], [b]) => a.localeCompare(b));
  // The field that adds a site also finds one among many.
  const shown = sites.filter(([site]) => site.includes(typed.trim().toLowerCase()));

  async function add(event: Event) {
    event.preventDefault();
    const names = typed.split(/[\s,]+/).filter(Boolean);
    const parsed = names.map(siteFromText);
    setWrong(parsed.includes(null) || !parsed.length);
    if (parsed.includes(null)) return;
    const found = parsed.filter((site) => site !== null);
    // What was typed since stays.
    if (await edit.changeSites(found, (rule) => ({ ...rule, on: mode === 'chosen' })))
      setTyped((now) => (now === typed ? '' : now));
  }

  return (
    <section class="group" id="sites">
      <h2>{i18n.t('options.sites')}</h2>
      <Choices
        legend={i18n.t('options.mode')}
        choices={[
          { value: 'all', label: i18n.t('mode.all') },
          { value: 'chosen', label: i18n.t('mode.chosen') },
        ]}
        value={mode}
        onChange={(value) => void edit.setPreference('mode', () => value)}
      />
      <form class="add-site" onSubmit={add}>
        <label>
          <span class="visually-hidden">{i18n.t('options.site')}</span>
          <input
            type="text"
            class="field"
            autocomplete="off"
            spellcheck={false}
            placeholder={i18n.t('options.sitePlaceholder')}
            value={typed}
            aria-invalid={wrong}
            aria-describedby="site-error"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setWrong(false);
            }}
          />
        </label>
        <button type="submit" class="action">
          <Icon name="add" />
          {i18n.t(mode === 'all' ? 'options.addOff' : 'options.addOn')}
        </button>
      </form>
      <p id="site-error" class="error" role="alert">
        {wrong && i18n.t('options.noSite', [typed.trim()])}
      </p>
      <SiteList settings={settings} edit={edit} {...others} />
      {sites.length === 0 && <p class="hint">{i18n.t('options.noSites')}</p>}
      <ul class="sites">
        {shown.map(([site, rule]) => (
          <Site key={site} site={site} rule={rule} edit={edit} nameOf={(id) => termName(id, settings)} />
        ))}
      </ul>
    </section>
  );
}

function Site(props: { site: string; rule: SiteRule; edit: LiveSettings['edit']; nameOf: (id: string) => string }) {
  const { site, rule, edit, nameOf } = props;
  const name = site === FILES ? i18n.t('site.files') : site;
  const said = [
    rule.on === undefined ? '' : i18n.t(rule.on ? 'site.on' : 'site.off'),
    rule.notMusicHere?.length ? i18n.t('options.notMarked', [rule.notMusicHere.map(nameOf).join(', ')]) : '',
    pauseOf(rule),
  ];
  return (
    <li>
      <span class="site-title">{name}</span>
      <span class="hint">{said.filter(Boolean).join(' · ')}</span>
      {rule.on !== undefined && lineage(site).length > 1 && (
        <label class="check">
          <input
            type="checkbox"
            checked={rule.subdomains ?? false}
            onChange={(event) => {
              const subdomains = event.currentTarget.checked;
              void edit.changeSite(site, (old) => ({ ...old, subdomains }));
            }}
          />
          {i18n.t('options.subdomains', [site])}
        </label>
      )}
      <button
        type="button"
        class="tool"
        aria-label={i18n.t('options.removeSite', [name])}
        title={i18n.t('options.removeSite', [name])}
        onClick={() => void edit.changeSite(site, () => ({}))}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

function pauseOf({ pausedUntil, pausedUntilRestart }: SiteRule): string {
  if (pausedUntilRestart) return i18n.t('options.pausedRestart');
  return pausedUntil === undefined ? '' : i18n.t('options.pausedUntil', [clock(pausedUntil)]);
}
