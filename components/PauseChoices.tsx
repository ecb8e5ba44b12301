import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './Icon.tsx';

const SCOPES = [
  ['tab', 'site.pauseTab'],
  ['hour', 'site.pauseHour'],
  ['restart', 'site.pauseRestart'],
] as const;

/** A pause of this tab or site: for how long is chosen in a list below, which closes as lists do. */
export function PauseChoices({ pause }: { pause: (scope: 'tab' | 'hour' | 'restart') => void }) {
  const list = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const away = ({ target }: Event) => {
      if (list.current && !list.current.contains(target as Node)) list.current.open = false;
    };
    const events = ['pointerdown', 'focusin'];
    for (const event of events) document.addEventListener(event, away);
    return () => {
      for (const event of events) document.removeEventListener(event, away);
    };
  }, []);
  return (
    <details
      class="pause"
      ref={list}
      onKeyDown={(event) => {
        const { currentTarget: details } = event;
        if (event.key !== 'Escape' || !details.open) return;
        // The browser would close the whole popup.
        event.preventDefault();
        details.open = false;
        details.querySelector('summary')?.focus();
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
