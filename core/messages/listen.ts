import { ACCEPTS } from './accept.ts';
import type { MessageName, Reply, Request } from './types.ts';

/** What a listener learns of the sender; the browser's own type is wider. */
export interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  documentId?: string;
  tab?: { id?: number; url?: string };
}
/** As the browsers type it: `true` keeps the channel open for a later answer. */
type Listener = (message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => true;

/** The part of `browser.runtime` that is needed; passed in. */
export interface MessageSource {
  id: string;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

/** Answers by message name. */
export type Answers = {
  [Name in MessageName]?: (request: Request<Name>, sender: Sender) => Reply<Name> | Promise<Reply<Name>>;
};

/**
 * Answers messages of this extension's own parts until the signal aborts. Messages of others, of unknown names or with
 * a malformed request are left alone.
 */
export function listen(runtime: MessageSource, answers: Answers, signal?: AbortSignal): void {
  const { id } = runtime;
  const listener = ((message, sender, sendResponse) => {
    if (sender.id !== id || typeof message !== 'object' || message === null) return undefined;
    const { name, ...request } = message as Record<string, unknown>;
    if (typeof name !== 'string' || !Object.hasOwn(answers, name)) return undefined;
    if (!ACCEPTS[name as MessageName](request)) return undefined;
    const answer = answers[name as MessageName] as (request: unknown, sender: Sender) => unknown;
    // A failing answer closes the channel without a reply: the asker sees "no answer", as it must expect anyway.
    void Promise.resolve()
      .then(() => answer(request, sender))
      .then(sendResponse, () => sendResponse(undefined));
    return true;
    // `undefined` leaves a message to other listeners; the browsers' types do not know of it.
  }) as (...heard: Parameters<Listener>) => true | undefined as Listener;
  runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => {
    // After an update of the extension its old content script has no API left.
    try {
      runtime.onMessage.removeListener(listener);
    } catch {}
  });
}
