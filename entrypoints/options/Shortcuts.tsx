import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import './shortcuts.css';

/** The keys as the browser has them: only the browser can change them. */
export function Shortcuts() {
  const [commands, setCommands] = useState<{ description: string; shortcut: string }[]>([]);
  useEffect(() => {
    const take = (all: { description?: string; shortcut?: string }[]) =>
      setCommands(
        all.flatMap(({ description, shortcut }) => (description ? [{ description, shortcut: shortcut ?? '' }] : [])),
      );
    // Without an answer the list holds what is the same everywhere.
    browser.commands?.getAll().then(take, () => {});
  }, []);
  return (
    <section class="group">
      <h2>{i18n.t('options.shortcuts')}</h2>
      <dl class="shortcuts">
        {commands.map(({ description, shortcut }) => (
          <div key={description}>
            <dt>{shortcut ? <kbd>{shortcut}</kbd> : <span class="hint">{i18n.t('options.noKey')}</span>}</dt>
            <dd>{description}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>ln</kbd>
          </dt>
          <dd>{i18n.t('options.addressBar')}</dd>
        </div>
      </dl>
      <p class="hint">{i18n.t(import.meta.env.FIREFOX ? 'options.keysFirefox' : 'options.keysChromium')}</p>
    </section>
  );
}
