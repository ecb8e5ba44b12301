import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserName, Driver, LaunchOptions } from './types.ts';

export { type Answer, type Server, serve } from './server.ts';
export * from './types.ts';
export { until } from './wait.ts';

/** Starts the real browser, by default with the built extension from `.output/`. */
export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driver> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
