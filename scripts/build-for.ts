import { execFileSync } from 'node:child_process';
import type { BrowserName } from '../browsers/index.ts';

const TARGET: Record<BrowserName, string> = { chromium: 'chrome', firefox: 'firefox' };

/** Builds the extension for a browser into `.output/`; what the build says goes to standard error. @throws when it fails. */
export function buildFor(browser: BrowserName): void {
  execFileSync('wxt', ['build', '-b', TARGET[browser]], { stdio: ['ignore', 2, 2] });
}
