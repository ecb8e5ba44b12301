import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchDecision } from '../../../core/settings/watch.ts';
import { topPlace } from '../../../page/top-place.ts';

it('a frame that got no answer asks again at the next refresh', async () => {
  fakeBrowser.reset();
  const place = { url: 'https://top.example/', tab: 4 };
  const post = vi.fn().mockRejectedValueOnce(new Error('no receiving end')).mockResolvedValue(place);
  const urls: string[] = [];
  const life = new AbortController();
  const watch = watchDecision(
    fakeBrowser.storage,
    { url: null, ownUrl: 'https://frame.example/', ask: () => topPlace(post) },
    (_decision, _settings, url) => urls.push(url),
    life.signal,
  );
  await vi.waitFor(() => expect(urls).toEqual(['https://frame.example/']));
  await watch.refresh();
  life.abort();
  expect(urls).toEqual(['https://frame.example/', 'https://top.example/']);
  expect(post).toHaveBeenLastCalledWith({ name: 'tab:top-url' });
});
