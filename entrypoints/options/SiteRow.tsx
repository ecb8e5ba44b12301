import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';
import { clock } from '../../components/in-our-language.ts';
import { Naming, SiteName } from '../../components/SiteName.tsx';
import { lineage } from '../../core/settings/site.ts';
import type { SiteRule } from '../../core/settings/types.ts';
import { focusAfter } from './focus-after.ts';
import type { LiveSettings } from './use-settings.ts';

interface SiteRowProps {
  site: string;
  /** As people write it. */
  name: string;
  rule: SiteRule;
  edit: LiveSettings['edit'];
  /** What terms are called. */
  namesOf: (ids: readonly string[]) => string;
}

/** A site with a setting of its own: what that is, how far it reaches, and its end. */
export function SiteRow({ site, name, rule, edit, namesOf }: SiteRowProps) {
  const silenced = namesOf(rule.notMusicHere ?? []);
  const said = [
    rule.on === undefined ? '' : i18n.t(rule.on ? 'site.on' : 'site.off'),
    silenced && i18n.t('options.notMarked', [silenced]),
    pauseOf(rule),
  ];

  async function forget({ currentTarget: pressed }: { currentTarget: HTMLElement }) {
    const refocus = focusAfter(pressed, '.tool', '.add-site input');
    if (await edit.changeSite(site, () => ({}))) refocus();
  }

  return (
    <li>
      <span class="site-title" title={name === site ? undefined : site}>
        <SiteName name={name} />
      </span>
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
          <Naming name={name} sentence={i18n.t('options.subdomains', [name])} />
        </label>
      )}
      <button
        type="button"
        class="tool"
        aria-label={i18n.t('options.removeSite', [name])}
        title={i18n.t('options.removeSite', [name])}
        onClick={forget}
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
