import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { mount } from '../../components/mount.tsx';
import '../../components/page.css';
import './glossary-page.css';
import { readStored } from '../../core/settings/storage.ts';
import { GlossaryPage } from './GlossaryPage.tsx';

// The address may name a term of the reader's own: what it shows is known only with these.
void readStored(browser.storage).then(({ settings }) =>
  mount(<GlossaryPage ownTerms={settings.ownTerms} />, i18n.t('nav.glossary')),
);
