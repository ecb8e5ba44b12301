import { i18n } from '#i18n';
import { clock } from './in-our-language.ts';
import type { PageStatus } from './page-status.ts';
import { Naming } from './SiteName.tsx';

const OFF = {
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
export function StatusLine({ status, nameOf }: { status: PageStatus; nameOf: (site: string) => string }) {
  const reaching = 'above' in status && status.above ? { ...status, above: nameOf(status.above) } : null;
  return (
    <p class="status" data-kind={status.kind} role="status">
      <span class="status-dot" aria-hidden="true" />
      {reaching ? <Naming name={reaching.above} sentence={sentence(reaching)} /> : sentence(status)}
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
      if (status.reason !== 'site-off') return i18n.t(OFF[status.reason]);
      return status.above ? i18n.t('site.offAbove', [status.above]) : i18n.t('site.offByYou');
    case 'paused':
      return paused(status);
    case 'nothing':
      return i18n.t(NOTHING[status.reason]);
    case 'resting':
      return i18n.t(status.reason === 'failed' ? 'site.failed' : 'site.tooCostly');
    case 'unreachable':
      return i18n.t(UNREACHABLE[status.reason]);
  }
}

function paused(status: PageStatus & { kind: 'paused' }): string {
  if (status.for === 'tab') return i18n.t('site.pausedTab');
  const { above } = status;
  if (status.for === 'restart')
    return above ? i18n.t('site.pausedRestartAbove', [above]) : i18n.t('site.pausedRestart');
  const until = clock(status.until);
  return above ? i18n.t('site.pausedUntilAbove', [above, until]) : i18n.t('site.pausedUntil', [until]);
}
