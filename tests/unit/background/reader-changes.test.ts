import { expect, it, vi } from 'vitest';
import type { SiteEditor } from '../../../core/settings/edit-site.ts';
import { answerReader } from '../../../entrypoints/background/reader-changes.ts';

it.each([
  [
    'the top page of the tab',
    { tab: { url: 'https://a.example/' }, url: 'https://b.example/', frameId: 3 },
    'a.example',
  ],
  ['a file, whose tab has no URL', { tab: {}, url: 'file:///a.html', frameId: 0 }, 'file:'],
  ['no page that is known', { tab: {}, url: 'https://b.example/', frameId: 3 }, null],
])('"not music here" is for %s', async (_, sender, site) => {
  const changeSite = vi.fn().mockResolvedValue(true);
  const answer = answerReader({ changeSite } as unknown as SiteEditor)['reader:not-music'];
  expect(await answer?.({ term: 'mix', undo: false }, sender)).toEqual({ done: site !== null });
  expect(changeSite.mock.calls.map(([changed]) => changed)).toEqual(site === null ? [] : [site]);
});
