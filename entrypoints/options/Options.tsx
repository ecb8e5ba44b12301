import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { Access } from './Access.tsx';
import { Appearance } from './Appearance.tsx';
import { Backup } from './Backup.tsx';
import { OwnTerms } from './OwnTerms.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import { useSettings } from './use-settings.ts';
import { Words } from './Words.tsx';

/** Everything a reader can set; each change holds at once, in every tab. */
export function Options() {
  const { live, failures } = useSettings();
  const isRead = live !== null;
  // The part that the address names is drawn only now.
  useLayoutEffect(() => {
    if (isRead) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isRead]);
  return (
    <>
      <PageHeader current="options" />
      {live && (
        <main class="page options">
          <h1>{i18n.t('nav.options')}</h1>
          <p class="lead">{i18n.t('options.lead')}</p>
          {/* Said anew each time. */}
          <p class="error" role="alert">
            {failures > 0 && <span key={failures}>{i18n.t('site.notStored')}</span>}
          </p>
          <Trouble trouble={live.trouble} />
          <Appearance {...live} />
          <Words {...live} />
          <OwnTerms {...live} />
          <Sites {...live} />
          <Access />
          <Shortcuts />
          <Backup {...live} />
        </main>
      )}
    </>
  );
}
