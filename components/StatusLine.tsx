import { i18n } from '#i18n';
import type { PageStatus } from './page-status.ts';

const OFF = {
  'site-off': 'site.offByYou',
  'not-chosen': 'site.notChosen',
  'author-opt-out': 'site.authorOptOut',
} as const;
const NOTHING = {
  'not-musical': 'site.notMusical',
  'not-english': 'site.notEnglish',
  'not-html': 'site.notHtml',
  silenced: 'site.silenced',
} as const;
const UNREACHABLE = {
  'browser-page': 'site.browserPage',
  file: 'site.file',
  'perhaps-file': 'site.perhapsFile',
  'no-permission': 'site.noPermission',
  'no-site': 'site.noSite',
  reload: 'site.reload',
} as const;

/** One sentence on what is so on the page, and why. */
export function StatusLine({ status }: { status: PageStatus }) {
  return (
    <p class="status" data-kind={status.kind} role="status">
      <span class="status-dot" aria-hidden="true" />
      {sentence(status)}
    </p>
  );
}

function sentence(status: PageStatus): string {
  switch (status.kind) {
    case 'asking':
      return i18n.t('site.asking');
    case 'marking':
      return i18n.t('site.marking', status.terms.length);
    case 'off':
      return i18n.t(OFF[status.reason]);
    case 'paused':
      if (status.for === 'time') return i18n.t('site.pausedUntil', [clock(status.until)]);
      return i18n.t(status.for === 'tab' ? 'site.pausedTab' : 'site.pausedRestart');
    case 'nothing':
      return i18n.t(NOTHING[status.reason]);
    case 'resting':
      return i18n.t(status.reason === 'failed' ? 'site.failed' : 'site.tooCostly');
    case 'unreachable':
      return i18n.t(UNREACHABLE[status.reason]);
  }
}

const clock = (time: number): string => new Date(time).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
