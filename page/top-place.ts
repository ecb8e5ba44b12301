import { type Post, send } from '../core/messages/send.ts';
import type { Reply } from '../core/messages/types.ts';

/**
 * Asks the background where this frame stands: the top page's URL and the tab. Rejects when nobody answers, so that it
 * is asked again rather than taken for an answer.
 */
export async function topPlace(post: Post): Promise<Reply<'tab:top-url'>> {
  const place = await send(post, 'tab:top-url', {});
  if (place === null) throw new Error('nobody answered');
  return place;
}
