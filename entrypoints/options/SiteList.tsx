import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { parseSiteList, type SiteListRefusal, writeSiteList } from '../../core/settings/site-list.ts';
import { saveFile } from './save-file.ts';
import type { LiveSettings } from './use-settings.ts';

const REFUSALS = { 'too-large': 'refusal.tooLarge', 'too-many': 'refusal.tooMany', empty: 'siteList.empty' } as const;

/** A list of sites alone, from a file or into one: for those who keep one already. */
export function SiteList({ settings, edit }: LiveSettings) {
  const [said, say] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const on = settings.preferences.mode === 'chosen';
  const listed = Object.entries(settings.sites).flatMap(([site, rule]) => (rule.on === on ? [site] : []));

  async function load(file: File | undefined) {
    if (!file) return;
    const read = parseSiteList(await file.text());
    if ('refusal' in read) {
      say(whyNot(read.refusal));
      return;
    }
    const isStored = await edit.changeSites(read.sites, (rule) => ({ ...rule, on }));
    say(isStored ? i18n.t('siteList.loaded', read.sites.length) : '');
  }

  return (
    <>
      <div class="tools">
        <button type="button" class="action" onClick={() => picker.current?.click()}>
          {i18n.t('siteList.load')}
        </button>
        {listed.length > 0 && (
          <button
            type="button"
            class="action"
            onClick={() => saveFile('liner-notes-sites.txt', 'text/plain', writeSiteList(listed))}
          >
            {i18n.t('siteList.save')}
          </button>
        )}
        <input
          ref={picker}
          type="file"
          id="site-list-file"
          accept="text/plain,.txt"
          hidden
          aria-label={i18n.t('siteList.load')}
          onChange={(event) => {
            const input = event.currentTarget;
            void load(input.files?.[0]).finally(() => {
              input.value = '';
            });
          }}
        />
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
