import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Choices } from '../../components/Choices.tsx';
import { FILES } from '../../core/settings/site.ts';
import { readableSite } from '../../core/settings/site-name.ts';
import { AddSite } from './AddSite.tsx';
import { SiteList } from './SiteList.tsx';
import { SiteRow } from './SiteRow.tsx';
import { namedTerms } from './term-name.ts';
import type { LiveSettings } from './use-settings.ts';
import './sites.css';

/** How many sites are drawn: of a long list the search finds the others. */
const MOST_SHOWN = 100;

/** Where words are marked: everywhere but here, or only here. */
export function Sites({ settings, edit, ...others }: LiveSettings) {
  const [typed, setTyped] = useState('');
  const { mode } = settings.preferences;
  const sites = useMemo(
    () =>
      Object.entries(settings.sites)
        .map(([site, rule]) => ({ site, rule, name: site === FILES ? i18n.t('site.files') : readableSite(site) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    [settings.sites],
  );
  const found = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return sites.filter(({ site, name }) => site.includes(wanted) || name.toLowerCase().includes(wanted));
  }, [sites, typed]);
  const more = found.length - MOST_SHOWN;
  const namesOf = (ids: readonly string[]) =>
    namedTerms(ids, settings)
      .map(({ name }) => name)
      .join(', ');

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
      <AddSite
        typed={typed}
        onType={setTyped}
        label={i18n.t(mode === 'all' ? 'options.addOff' : 'options.addOn')}
        add={(added) => edit.changeSites(added, (rule) => ({ ...rule, on: mode === 'chosen', gaveWay: undefined }))}
      />
      <SiteList settings={settings} edit={edit} {...others} />
      <p class="hint" id="sites-found" role="status">
        {sites.length === 0 && i18n.t('options.noSites')}
        {sites.length > 0 && found.length === 0 && i18n.t('options.noneFound', [typed.trim()])}
      </p>
      <ul class="sites">
        {found.slice(0, MOST_SHOWN).map(({ site, name, rule }) => (
          <SiteRow key={site} site={site} name={name} rule={rule} edit={edit} namesOf={namesOf} />
        ))}
      </ul>
      {more > 0 && <p class="hint">{i18n.t('options.moreSites', more)}</p>}
    </section>
  );
}
