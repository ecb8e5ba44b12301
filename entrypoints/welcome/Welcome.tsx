import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { ENGLISH } from '../../components/english.ts';
import { Logo } from '../../components/Logo.tsx';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { HOSTS } from '../../core/hosts.ts';
import { markSample } from './sample.ts';

/** Shown once, after the install: what it does, shown on a text; how to switch it off; what is read and what is not. */
export function Welcome() {
  useEffect(() => {
    const ending = new AbortController();
    markSample(ending.signal);
    return () => ending.abort();
  }, []);
  const byTouch = useMediaQuery('(hover: none) and (pointer: coarse)');
  return (
    <main class="page welcome">
      <p class="brand">
        <Logo />
        {i18n.t('extension.name')}
      </p>
      <h1>{i18n.t('welcome.heading')}</h1>
      <p class="lead">{i18n.t(byTouch ? 'welcome.leadTouch' : 'welcome.lead')}</p>
      <Permission />
      {/* English whatever the language of the page: the glossary is. */}
      <blockquote class="sample" {...ENGLISH}>
        <p>
          The record producer wanted it done in one day. The recording engineer had the microphones up by nine, the
          session musicians came at ten, and by evening a beatmaker from next door had built the drums again from
          samples. The mixing engineer heard it a week later. After mastering, nobody could say who had made the album.
        </p>
      </blockquote>
      <ByKey />
      <ul class="promises">
        <li>
          <h2>{i18n.t('welcome.offHeading')}</h2>
          <p>{i18n.t('welcome.off')}</p>
          <HowToPin />
        </li>
        <li>
          <h2>{i18n.t('welcome.privateHeading')}</h2>
          <p>{i18n.t('welcome.private')}</p>
        </li>
        <li>
          <h2>{i18n.t('welcome.moreHeading')}</h2>
          <p>{i18n.t('welcome.more')}</p>
          <p class="tools">
            <a class="action" href="/compare.html?terms=producer,audio-engineer,beatmaker">
              {i18n.t('nav.compare')}
            </a>
            <a class="action" href="/glossary.html">
              {i18n.t('nav.glossary')}
            </a>
            <a class="action" href="/options.html">
              {i18n.t('nav.options')}
            </a>
          </p>
        </li>
      </ul>
    </main>
  );
}

/** How to do it without a pointer, by the key that the browser has for it now; Android has none. */
function ByKey() {
  const [key, setKey] = useState('');
  useEffect(() => {
    // Where the browser does not tell, nothing is said of keys.
    browser.commands
      ?.getAll()
      .then((all) => setKey(all.find(({ name }) => name === 'next-term')?.shortcut ?? ''))
      .catch(() => {});
  }, []);
  return key ? <p class="note by-key">{i18n.t('welcome.byKey', [key])}</p> : null;
}

/** After an install the icon is out of sight: in Chromium and in Firefox alike it is the reader who puts it on the toolbar. */
function HowToPin() {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const { action } = browser;
    const check = () =>
      // A browser without a toolbar does not tell.
      void action
        .getUserSettings?.()
        .then(({ isOnToolbar }) => setHidden(isOnToolbar === false))
        .catch(() => {});
    check();
    // The event is younger than what it tells of; the reader comes back from the browser's own menu in any case.
    action.onUserSettingsChanged?.addListener(check);
    window.addEventListener('focus', check);
    return () => {
      action.onUserSettingsChanged?.removeListener(check);
      window.removeEventListener('focus', check);
    };
  }, []);
  return isHidden ? <p class="pin">{i18n.t('welcome.pin')}</p> : null;
}

/** The reader decides on host access; without it nothing is marked anywhere. */
function Permission() {
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const check = () => void browser.permissions.contains({ origins: HOSTS }).then((has) => setMissing(!has));
    check();
    browser.permissions.onAdded.addListener(check);
    browser.permissions.onRemoved.addListener(check);
    return () => {
      browser.permissions.onAdded.removeListener(check);
      browser.permissions.onRemoved.removeListener(check);
    };
  }, []);
  if (!missing) return null;
  return (
    <p class="permission" role="status">
      {i18n.t('welcome.permission')}
      <button
        type="button"
        class="action primary"
        onClick={() => browser.permissions.request({ origins: HOSTS }).catch(() => {})}
      >
        {i18n.t('site.allow')}
      </button>
    </p>
  );
}
