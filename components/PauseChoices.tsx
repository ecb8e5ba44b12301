import { i18n } from '#i18n';
import { Icon } from './Icon.tsx';

const SCOPES = [
  ['tab', 'site.pauseTab'],
  ['hour', 'site.pauseHour'],
  ['restart', 'site.pauseRestart'],
] as const;

/** A pause of this tab or site: for how long is chosen in a list below, which closes as lists do. */
export function PauseChoices({ pause }: { pause: (scope: 'tab' | 'hour' | 'restart') => void }) {
  return (
    <details
      class="pause"
      onKeyDown={(event) => {
        const { currentTarget: details } = event;
        if (event.key !== 'Escape' || !details.open) return;
        // The browser would close the whole popup.
        event.preventDefault();
        details.open = false;
        details.querySelector('summary')?.focus();
      }}
      onFocusOut={({ currentTarget: details, relatedTarget }) => {
        if (relatedTarget && !details.contains(relatedTarget as Node)) details.open = false;
      }}
    >
      <summary class="action">
        <Icon name="pause" />
        {i18n.t('site.pause')}
      </summary>
      <div class="pause-choices">
        {SCOPES.map(([scope, word]) => (
          <button key={scope} type="button" onClick={() => pause(scope)}>
            {i18n.t(word)}
          </button>
        ))}
      </div>
    </details>
  );
}
