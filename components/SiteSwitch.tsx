import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { FILES } from '../core/settings/site.ts';
import { Icon } from './Icon.tsx';
import { PauseChoices } from './PauseChoices.tsx';
import type { PageStatus, SiteHere } from './page-status.ts';
import { Naming, SiteName } from './SiteName.tsx';
import { StatusLine } from './StatusLine.tsx';
import './site-switch.css';

export interface SiteActions {
  switchSite(on: boolean): void;
  /** Makes the switch that of the whole domain, or of this site alone. */
  reach(all: boolean): void;
  pause(scope: 'tab' | 'hour' | 'restart'): void;
  resume(): void;
  reload(): void;
  allow(): void;
  /** Opens the browser's own page about the extension; `null` where no extension may. */
  manage: (() => void) | null;
}

interface SiteSwitchProps {
  /** `undefined` until the browser has told: then its room is kept; `null` where there is nothing to switch. */
  site: SiteHere | null | undefined;
  /** What a site is called: as people write it. */
  nameOf: (site: string) => string;
  status: PageStatus;
  /** Whether the browser lets us read sites, not just this page after a click. */
  allowed: boolean;
  /** Whether the last change could be stored. */
  stored: boolean;
  act: SiteActions;
}

/** This site: its name, whether words are marked on it, why or why not, and what can be done about it. */
export function SiteSwitch({ site, nameOf, status, allowed, stored, act }: SiteSwitchProps) {
  const refused = status.kind === 'unreachable' && status.reason === 'no-permission';
  const onlyNow = !allowed && !refused;
  const remedy = useKeptFocus();
  const domain = site?.reach ? nameOf(site.reach.domain) : '';
  return (
    <section class="site" aria-label={i18n.t('site.heading')} ref={remedy}>
      <Head site={site} nameOf={nameOf} act={act} />
      <div class="site-state">
        <StatusLine status={status} nameOf={nameOf} />
        {refused ? (
          <Action onClick={act.allow} isFirst>
            {i18n.t('site.allow')}
          </Action>
        ) : (
          <Remedy site={site ?? null} status={status} act={act} />
        )}
      </div>
      {!stored && (
        <p class="note" role="alert">
          {i18n.t('site.notStored')}
        </p>
      )}
      {onlyNow && (
        <div class="site-state">
          <p class="note">{i18n.t('site.onlyNow')}</p>
          <Action onClick={act.allow} isFirst>
            {i18n.t('site.allow')}
          </Action>
        </div>
      )}
      {site?.reach && status.kind !== 'paused' && (
        <label class="check">
          <input
            type="checkbox"
            checked={site.reach.all}
            onChange={(event) => act.reach(event.currentTarget.checked)}
          />
          <Naming name={domain} sentence={i18n.t('site.reach', [domain])} />
        </label>
      )}
    </section>
  );
}

/** Where a control of the part with this ref gives way to another while it has the focus, that one gets it. */
function useKeptFocus() {
  const part = useRef<HTMLElement>(null);
  const hadIt = part.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    if (!hadIt || document.activeElement !== document.body) return;
    part.current?.querySelector<HTMLElement>('.site-state summary, .site-state button')?.focus();
  });
  return part;
}

function Head({ site, nameOf, act }: Pick<SiteSwitchProps, 'site' | 'nameOf' | 'act'>) {
  if (site === undefined) {
    return (
      <div class="site-head">
        <h2 class="site-name">{'\u00a0'}</h2>
      </div>
    );
  }
  const name = !site ? i18n.t('site.unknown') : site.name === FILES ? i18n.t('site.files') : nameOf(site.name);
  return (
    <div class="site-head">
      <h2 class="site-name" title={site && name !== site.name ? site.name : undefined}>
        {site ? <SiteName name={name} breaks /> : name}
      </h2>
      {site && (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={site.on}
          aria-label={i18n.t('site.switch', [name])}
          onClick={() => act.switchSite(!site.on)}
        >
          <span class="switch-track" aria-hidden="true" />
          <span class="switch-word" aria-hidden="true">
            {i18n.t(site.on ? 'site.on' : 'site.off')}
          </span>
        </button>
      )}
    </div>
  );
}

/** What can be done about the state, beside it. */
function Remedy({ site, status, act }: { site: SiteHere | null; status: PageStatus; act: SiteActions }) {
  const isStale = status.kind === 'unreachable' && status.reason === 'reload';
  if (isStale || (status.kind === 'resting' && status.reason === 'failed')) {
    return (
      <Action onClick={act.reload} isFirst>
        {i18n.t('site.reloadNow')}
      </Action>
    );
  }
  if (status.kind === 'unreachable') {
    return status.reason === 'perhaps-file' && act.manage ? (
      <Action onClick={act.manage}>{i18n.t('site.manage')}</Action>
    ) : null;
  }
  if (status.kind === 'nothing' && status.reason === 'silenced') {
    return (
      <a class="action" href="/options.html#words" target="_blank" rel="noreferrer">
        {i18n.t('nav.options')}
      </a>
    );
  }
  if (!site) return null;
  if (status.kind === 'paused') {
    return (
      <Action onClick={act.resume} isFirst>
        <Icon name="play" />
        {i18n.t('site.resume')}
      </Action>
    );
  }
  return site.on ? <PauseChoices pause={act.pause} /> : null;
}

function Action(props: { onClick: () => void; isFirst?: boolean; children: preact.ComponentChildren }) {
  return (
    <button type="button" class={props.isFirst ? 'action primary' : 'action'} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
