/** Asks content scripts what an extension page may ask: through `tabs.sendMessage`, as the popup does. */
import type { MessageName, Reply } from '../core/messages/types.ts';
import type { Tab } from './types.ts';
import { until } from './wait.ts';

interface TabsApi {
  tabs: {
    query(info: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tab: number, message: object, options: object): Promise<unknown>;
  };
}

/** The reply of the top frame of the tab that shows a URL; `null` while nothing there answers. */
function ask<Name extends MessageName>(extensionPage: Tab, url: string, name: Name): Promise<Reply<Name> | null> {
  const post = async (wanted: string, message: string): Promise<unknown> => {
    const api = (globalThis as unknown as { chrome: TabsApi }).chrome;
    const tab = (await api.tabs.query({})).find((open) => open.url === wanted);
    if (!tab) return null;
    return (await api.tabs.sendMessage(tab.id, { name: message }, { frameId: 0 }).catch(() => null)) ?? null;
  };
  return extensionPage.evaluate(post, url, name) as Promise<Reply<Name> | null>;
}

/** Everything marked on the page at a URL. @throws when no content script answers in time (ms). */
export async function askMarks(extensionPage: Tab, url: string, timeout?: number): Promise<Reply<'page:marks'>> {
  const marks = () => ask(extensionPage, url, 'page:marks');
  return (await until(marks, `marks of ${url}`, timeout)) as Reply<'page:marks'>;
}

/** What the content script at a URL says of itself; `null` when none answers. */
export function askState(extensionPage: Tab, url: string): Promise<Reply<'page:state'> | null> {
  return ask(extensionPage, url, 'page:state');
}
