import browser from 'webextension-polyfill';
import { send } from '../../core/messages/send.ts';

/** The browser's keyboard commands go to the page in front. */
export function forwardCommands(): void {
  // Firefox for Android has no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command !== 'next-term' && command !== 'previous-term' && command !== 'toggle-card') return;
    const id = tab?.id;
    if (id !== undefined) void send((message) => browser.tabs.sendMessage(id, message), 'page:command', { command });
  });
}
