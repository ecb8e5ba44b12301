import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { detailsPage } from '../../core/details-page.ts';
import { HOSTS } from '../../core/hosts.ts';
import { type Reach, useAccess } from './use-access.ts';
import './access.css';

const REACHES: Reach[] = ['sites', 'private', 'files'];

/**
 * What the browser lets us read. Where it lets us in nowhere it often shows no icon either, so that only this page can
 * say why nothing is marked.
 */
export function Access() {
  const access = useAccess();
  return (
    <section class="group" id="access">
      <h2>{i18n.t('access.heading')}</h2>
      <ul class="reaches">
        {REACHES.map((reach) => (
          <li key={reach} data-reach={reach} data-allowed={access[reach]}>
            <strong>{i18n.t(`access.${reach}`)}</strong>
            <span class="reach-state" role="status">
              {access[reach] !== undefined && i18n.t(access[reach] ? 'access.allowed' : 'access.refused')}
            </span>
            {reach === 'sites' && access.sites === false && (
              <button
                type="button"
                class="action primary"
                // The answer comes as an event, a request that is turned down as none.
                onClick={() => void browser.permissions.request({ origins: HOSTS }).catch(() => {})}
              >
                {i18n.t('site.allow')}
              </button>
            )}
            <span class="hint">{how(reach)}</span>
          </li>
        ))}
      </ul>
      {!import.meta.env.FIREFOX && (
        <button
          type="button"
          class="action"
          onClick={() => void browser.tabs.create({ url: detailsPage(browser.runtime.id) })}
        >
          {i18n.t('access.open')}
        </button>
      )}
    </section>
  );
}

function how(reach: Reach): string {
  if (reach === 'sites') return i18n.t('access.sitesHow');
  if (import.meta.env.FIREFOX) return i18n.t(reach === 'private' ? 'access.privateFirefox' : 'access.filesFirefox');
  return i18n.t(reach === 'private' ? 'access.privateChromium' : 'access.filesChromium');
}
