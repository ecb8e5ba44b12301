import type { Answers } from '../../core/messages/listen.ts';
import type { SiteEditor } from '../../core/settings/edit-site.ts';
import { siteOf } from '../../core/settings/site.ts';

/** What a reader settles on the card itself: a term that is something else on this site, or is never to be marked. */
export function answerReader(edit: SiteEditor): Pick<Answers, 'reader:not-music' | 'reader:never-mark'> {
  return {
    async 'reader:not-music'({ term, undo }, { tab, url, frameId }) {
      // Without a permission for it (files in Chromium) the tab has no URL, but its top page is the one that asks.
      const top = tab?.url ?? (frameId === 0 ? url : undefined);
      const site = top === undefined ? null : siteOf(top);
      if (site === null) return { done: false };
      return isDone(
        edit.changeSite(site, (rule) => ({ ...rule, notMusicHere: changed(rule.notMusicHere, term, undo) })),
      );
    },
    'reader:never-mark': ({ term, undo }) =>
      isDone(edit.setPreference('mutedTerms', (muted) => changed(muted, term, undo))),
  };
}

/** Whether it could be stored. */
const isDone = (change: Promise<boolean>): Promise<{ done: boolean }> =>
  change.then(
    (done) => ({ done }),
    () => ({ done: false }),
  );

function changed(terms: string[] = [], term: string, undo: boolean): string[] {
  const others = terms.filter((other) => other !== term);
  return undo ? others : [...others, term];
}
