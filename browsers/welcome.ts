import { existsSync } from 'node:fs';
import path from 'node:path';

/** How long the welcome page may take to open after an install, in ms, on a machine that has much else to do. */
export const WELCOME_MS = 15_000;

/**
 * Whether an unpacked extension is ours, whose welcome page opens as it is loaded: in a kept profile, too, where each start
 * with a folder is an install to the browser.
 */
export const hasWelcome = (folder: string): boolean => existsSync(path.join(folder, 'welcome.html'));
