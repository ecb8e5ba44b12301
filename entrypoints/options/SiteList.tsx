import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { parseSiteList, type SiteListRefusal, writeSiteList } from '../../core/settings/site-list.ts';
import { FileButton } from './FileButton.tsx';
import { saveFile } from './save-file.ts';
import type { LiveSettings } from './use-settings.ts';

const REFUSALS = {
  'too-large': 'refusal.tooLarge',
  'too-many': 'refusal.tooMany',
  unreadable: 'refusal.unreadable',
  empty: 'siteList.empty',
} as const;

/** A list of sites alone, from a file or into one: for those who keep one already. */
export function SiteList({ settings, trouble, edit }: LiveSettings) {
  const [said, say] = useState('');
  const on = settings.preferences.mode === 'chosen';
  const listed = Object.entries(settings.sites).flatMap(([site, rule]) => (rule.on === on ? [site] : []));

  async function load(text: string) {
    const read = parseSiteList(text);
    if ('refusal' in read) {
      say(whyNot(read.refusal));
      return;
    }
    const isStored = await edit.changeSites(read.sites, (rule) => ({ ...rule, on, gaveWay: undefined }));
    say(isStored ? i18n.t('siteList.loaded', read.sites.length) : '');
  }

  return (
    <>
      <div class="tools">
        <FileButton
          id="site-list-file"
          label={i18n.t('siteList.load')}
          accept="text/plain,.txt"
          onText={load}
          onRefused={(reason) => say(i18n.t(REFUSALS[reason]))}
        />
        {listed.length > 0 && (
          <button
            type="button"
            class="action"
            disabled={trouble !== null}
            onClick={() => saveFile('liner-notes-sites.txt', 'text/plain', writeSiteList(listed))}
          >
            {i18n.t('siteList.save')}
          </button>
        )}
      </div>
      <p class="hint">{i18n.t('siteList.hint')}</p>
      <p class="done" id="site-list-said" role="status">
        {said}
      </p>
    </>
  );
}

function whyNot(refusal: SiteListRefusal): string {
  if (refusal.reason !== 'no-site') return i18n.t(REFUSALS[refusal.reason]);
  return i18n.t('siteList.noSite', [String(refusal.line), refusal.text]);
}
