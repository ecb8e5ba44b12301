import browser, { type Scripting } from 'webextension-polyfill';
import type { Sender } from '../../core/messages/listen.ts';
import type { Reply } from '../../core/messages/types.ts';

/** Puts what marks a page into the frame that asks for it: the content script alone is small. @throws when the browser refuses. */
export async function bringMarks(_: unknown, { tab, frameId, documentId }: Sender): Promise<Reply<'tab:marks'>> {
  if (tab?.id === undefined || frameId === undefined) return { done: false };
  // Of the document, where the browser names it: the frame may have gone on to another page meanwhile.
  const frame = documentId === undefined ? { frameIds: [frameId] } : { documentIds: [documentId] };
  await browser.scripting.executeScript({
    target: { tabId: tab.id, ...frame } as Scripting.InjectionTarget,
    files: ['/marks.js'],
    injectImmediately: true,
  });
  return { done: true };
}
