import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserName } from '../browsers/index.ts';

/**
 * Reads `[--browser chromium|firefox]` and the positional arguments of a command.
 * Ends the process with a message when the browser is not one we drive.
 */
export function browserArguments(): { browser: BrowserName; positionals: string[] } {
  const { values, positionals } = parseArgs({
    options: { browser: { type: 'string', default: 'chromium' } },
    allowPositionals: true,
  });
  const browser = BROWSERS.find((name) => name === values.browser);
  if (!browser) {
    console.error(`--browser: must be ${BROWSERS.join(' or ')}, was ${values.browser}`);
    process.exit(2);
  }
  return { browser, positionals };
}
