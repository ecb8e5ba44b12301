import { i18n } from '#i18n';
import { FILES } from '../core/settings/site.ts';
import { Icon } from './Icon.tsx';
import type { PageStatus, SiteHere } from './page-status.ts';
import { StatusLine } from './StatusLine.tsx';

export interface SiteActions {
  switchSite(on: boolean): void;
  includeSubdomains(include: boolean): void;
  pause(scope: 'tab' | 'hour' | 'restart'): void;
  resume(): void;
  reload(): void;
  allow(): void;
}

/** This site: its name, whether words are marked on it, why or why not, and what can be done about it. */
export function SiteSwitch(props: {
  site: SiteHere | null;
  status: PageStatus;
  /** Whether the browser lets us read sites, not just this page after a click. */
  allowed: boolean;
  /** Whether the last change could be stored. */
  stored: boolean;
  act: SiteActions;
}) {
  const { site, status, allowed, stored, act } = props;
  const refused = status.kind === 'unreachable' && status.reason === 'no-permission';
  const name = !site ? i18n.t('site.unknown') : site.name === FILES ? i18n.t('site.files') : site.name;
  return (
    <section class="site" aria-label={i18n.t('site.heading')}>
      <div class="site-head">
        <h2 class="site-name">{site ? breakable(name) : name}</h2>
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
      <StatusLine status={status} />
      {!stored && (
        <p class="note" role="alert">
          {i18n.t('site.notStored')}
        </p>
      )}
      {!allowed && !refused && <p class="note">{i18n.t('site.onlyNow')}</p>}
      <div class="site-actions">
        {(!allowed || refused) && <Action onClick={act.allow}>{i18n.t('site.allow')}</Action>}
        <SiteRemedies site={site} status={status} act={act} />
      </div>
    </section>
  );
}

function SiteRemedies({ site, status, act }: { site: SiteHere | null; status: PageStatus; act: SiteActions }) {
  if (!site) return null;
  if (status.kind === 'paused')
    return (
      <Action onClick={act.resume}>
        <Icon name="play" />
        {i18n.t('site.resume')}
      </Action>
    );
  return (
    <>
      {status.kind === 'unreachable' && status.reason === 'reload' && (
        <Action onClick={act.reload}>{i18n.t('site.reloadNow')}</Action>
      )}
      {site.on && status.kind !== 'unreachable' && (
        <details class="pause">
          <summary class="action">
            <Icon name="pause" />
            {i18n.t('site.pause')}
          </summary>
          <div class="pause-choices">
            <Action onClick={() => act.pause('tab')}>{i18n.t('site.pauseTab')}</Action>
            <Action onClick={() => act.pause('hour')}>{i18n.t('site.pauseHour')}</Action>
            <Action onClick={() => act.pause('restart')}>{i18n.t('site.pauseRestart')}</Action>
          </div>
        </details>
      )}
      {site.subdomains !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={site.subdomains}
            onChange={(event) => act.includeSubdomains(event.currentTarget.checked)}
          />
          {i18n.t('site.subdomains', [site.name])}
        </label>
      )}
    </>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: preact.ComponentChildren }) {
  return (
    <button type="button" class="action" onClick={onClick}>
      {children}
    </button>
  );
}

/** A long hostname breaks after its dots, not within a word. */
const breakable = (host: string) =>
  host.split('.').flatMap((label, index) => (index ? [<wbr key={label} />, `.${label}`] : [label]));
