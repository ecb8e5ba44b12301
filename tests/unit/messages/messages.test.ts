import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listen, type MessageSource, type Sender } from '../../../core/messages/listen.ts';
import { send } from '../../../core/messages/send.ts';

type Listener = Parameters<MessageSource['onMessage']['addListener']>[0];

/** A runtime whose messages come from `sender`. */
function runtime(sender: Sender = { id: 'ours' }) {
  const listeners = new Set<Listener>();
  const source: MessageSource = {
    id: 'ours',
    onMessage: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
  const post = (message: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const answering = [...listeners].map((listener) => listener(message, sender, resolve));
      if (!answering.includes(true)) reject(new Error('Could not establish connection.'));
    });
  return { source, post };
}

describe('messages', () => {
  it('bring the answer back', async () => {
    const { source, post } = runtime({ id: 'ours', tab: { id: 3, url: 'https://a.example/' } });
    listen(source, { 'tab:top-url': (_, { tab }) => ({ url: tab?.url ?? null, tab: tab?.id ?? null }) });
    expect(await send(post, 'tab:top-url', {})).toEqual({ url: 'https://a.example/', tab: 3 });
  });
  it('come back as null when nobody listens', async () => {
    expect(await send(runtime().post, 'page:state', {})).toBeNull();
  });
  it('come back as null when the answer fails', async () => {
    const { source, post } = runtime();
    listen(source, { 'page:state': () => Promise.reject(new Error('gone')) });
    expect(await send(post, 'page:state', {})).toBeNull();
  });
  it('of another extension are not heard', async () => {
    const { source, post } = runtime({ id: 'theirs' });
    const answer = vi.fn();
    listen(source, { 'page:state': answer });
    expect(await send(post, 'page:state', {})).toBeNull();
    expect(answer).not.toHaveBeenCalled();
  });
  it('are no longer heard after the signal', async () => {
    const { source, post } = runtime();
    const ending = new AbortController();
    listen(source, { 'page:go-to': () => ({ found: true }) }, ending.signal);
    expect(await send(post, 'page:go-to', { term: 'producer', index: 0 })).toEqual({ found: true });
    ending.abort();
    expect(await send(post, 'page:go-to', { term: 'producer', index: 0 })).toBeNull();
  });
  it('of any wrong shape are left alone', async () => {
    const { source, post } = runtime();
    const answer = vi.fn();
    listen(source, { 'page:go-to': answer, 'open:comparison': answer, 'page:command': answer });
    const names = fc.constantFrom('page:go-to', 'open:comparison', 'page:command', 'constructor', '__proto__');
    const junk = fc.oneof(
      fc.anything(),
      fc.record({ name: names, term: fc.integer(), terms: fc.array(fc.nat(), { minLength: 1 }) }),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (message) => {
        await post(message).catch(() => {});
        expect(answer).not.toHaveBeenCalled();
      }),
    );
  });
});
