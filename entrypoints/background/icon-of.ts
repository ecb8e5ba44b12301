import { i18n } from '#i18n';
import type { PageState } from '../../core/messages/types.ts';

/** The pictures in `public/icons/`. `cannot` is the manifest's default: what stands while nobody has said anything. */
type Picture = 'on' | 'off' | 'nothing' | 'cannot';

/** What the toolbar shows of a page. */
export interface Icon {
  picture: Picture;
  title: string;
  /** What the badge says; empty for none. */
  badge: string;
}

const WORDS = {
  'site-off': 'icon.siteOff',
  'not-chosen': 'icon.notChosen',
  paused: 'icon.paused',
  'no-site': 'icon.noSite',
  'author-opt-out': 'icon.authorOptOut',
  'not-musical': 'icon.notMusical',
  'not-english': 'icon.notEnglish',
  'not-html': 'icon.notHtml',
  silenced: 'icon.silenced',
  'too-costly': 'icon.tooCostly',
  failed: 'icon.failed',
} as const;

const PICTURES: Record<PageState['state'], Picture> = {
  marking: 'on',
  off: 'off',
  nothing: 'nothing',
  resting: 'cannot',
};

/**
 * What any frame marks is here; else what the top frame says, as in the popup.
 * @param top what the page itself says; `null` when nobody of ours is there.
 * @param frames what the frames within it say.
 * @param counted whether the terms were counted for a number on the icon.
 */
export function iconOf(top: PageState | null, frames: readonly PageState[], counted: boolean): Icon {
  if (!top) return { picture: 'cannot', title: i18n.t('icon.cannot'), badge: '' };
  const terms = new Set(
    [top, ...frames].flatMap((one) => (one.state === 'marking' ? one.terms : [])).map(({ id }) => id),
  );
  if (terms.size > 0) {
    const title = counted ? i18n.t('icon.counted', terms.size) : i18n.t('icon.on');
    return { picture: 'on', title, badge: counted ? String(terms.size) : '' };
  }
  // A page that had marks when it told, and has none now, tells again.
  if (top.state === 'marking') return { picture: 'nothing', title: i18n.t('icon.notMusical'), badge: '' };
  return { picture: PICTURES[top.state], title: i18n.t(WORDS[top.reason]), badge: '' };
}
