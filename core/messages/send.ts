import type { MessageName, Reply, Request } from './types.ts';

/** Carries a message to where it is answered. */
export type Post = (message: object) => Promise<unknown>;

/**
 * Sends one message by way of `post` (`runtime.sendMessage`, or `tabs.sendMessage` bound to a tab).
 * Returns `null` when nobody answers: no content script there, a reload is needed, the background is gone.
 */
export async function send<Name extends MessageName>(
  post: Post,
  name: Name,
  request: Request<Name>,
): Promise<Reply<Name> | null> {
  try {
    return ((await post({ ...request, name })) as Reply<Name> | undefined) ?? null;
  } catch {
    return null;
  }
}
