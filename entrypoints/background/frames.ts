/** Asks the frames of a tab. */
import browser from 'webextension-polyfill';
import { inTime, SILENT } from '../../core/in-time.ts';
import { framesOf } from '../../core/messages/frames.ts';
import { send } from '../../core/messages/send.ts';
import type { Messages } from '../../core/messages/types.ts';

type Asked = 'page:command' | 'page:card' | 'page:address' | 'page:state';

export const TOP = 0;

/** How long frames are waited for, in ms: one that is held by a dialog, a debugger or its own work may never answer. */
export const PATIENCE = 3000;

/** The answer of one frame, or without `frameId` of the first that gives one; `null` when there is nobody. */
export const ask = <Name extends Asked>(
  tab: number,
  name: Name,
  request: Messages[Name]['request'],
  frameId?: number,
) =>
  send<Name>(
    (message) => browser.tabs.sendMessage(tab, message, frameId === undefined ? {} : { frameId }),
    name,
    request,
  );

/** The frames that we may reach, the top one first; that alone where the browser does not list them in time. */
export async function framesInTime(tabId: number): Promise<number[]> {
  const listed = framesOf(browser.scripting, tabId).catch(() => []);
  const frames = await inTime(listed, PATIENCE);
  return frames === SILENT ? [TOP] : frames;
}
