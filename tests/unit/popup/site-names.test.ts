// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const DECODER = '../../../core/settings/site-name.ts';
const PUNYCODE = 'xn--bcher-kva.example';

describe('the name of a site in the popup', () => {
  /** The decoder has come, or has failed to. */
  let come: () => void;
  let fail: () => void;
  /** How often it was asked for. */
  let asked: number;
  let root: HTMLElement;

  beforeEach(() => {
    vi.resetModules();
    asked = 0;
    const loading = new Promise<void>((resolve, reject) => {
      come = resolve;
      fail = () => reject(new Error('not there'));
    });
    vi.doMock(DECODER, async (original) => {
      asked += 1;
      await loading;
      return original();
    });
    root = document.createElement('div');
  });
  afterEach(async () => {
    await act(() => render(null, root));
    vi.doUnmock(DECODER);
  });

  async function draw(site: string | undefined): Promise<void> {
    const { useSiteNames } = await import('../../../entrypoints/popup/site-names.ts');
    const Name = () => useSiteNames(site)(site ?? 'none');
    await act(() => render(h(Name, null), root));
  }

  it('is drawn as it is, and as people write it once the decoder has come', async () => {
    await draw(PUNYCODE);
    await expect.poll(() => asked).toBe(1);
    expect(root.textContent).toBe(PUNYCODE);
    come();
    await expect.poll(() => root.textContent).toBe('bücher.example');
  });

  it('stays as it is where the decoder fails to load', async () => {
    const { loadNames } = await import('../../../entrypoints/popup/site-names.ts');
    await draw(PUNYCODE);
    const loading = loadNames(PUNYCODE);
    fail();
    await loading;
    await act(() => {});
    expect(root.textContent).toBe(PUNYCODE);
    expect(asked).toBe(1);
  });

  it('is drawn as people write it at once where the decoder was there before', async () => {
    const { loadNames } = await import('../../../entrypoints/popup/site-names.ts');
    come();
    await loadNames(PUNYCODE);
    await draw(PUNYCODE);
    expect(root.textContent).toBe('bücher.example');
  });

  it.each([['music.example'], [undefined]])('needs no decoder where it has no punycode (%s)', async (site) => {
    const { loadNames } = await import('../../../entrypoints/popup/site-names.ts');
    come();
    await draw(site);
    await loadNames(site);
    expect(root.textContent).toBe(site ?? 'none');
    expect(asked).toBe(0);
  });
});
