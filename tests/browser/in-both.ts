import { afterAll, beforeAll, describe } from 'vitest';
import { BROWSERS, type BrowserName, type Driver, launch, type Server, serve } from '../../browsers/index.ts';

/** What a suite has at hand once it runs. */
export interface Stage {
  driver: Driver;
  server: Server;
}

/** A suite in both browsers with the built extension, and pages served by path. */
export function describeInBoth(
  what: string,
  pages: Record<string, string>,
  tests: (at: Stage, name: BrowserName) => void,
): void {
  describe.each(BROWSERS)(`${what} in %s`, (name) => {
    const at = {} as Stage;
    beforeAll(async () => {
      at.server = await serve('tests/fixtures', (path) => (pages[path] ? { body: pages[path] } : undefined));
      at.driver = await launch(name);
    });
    afterAll(async () => {
      await at.driver?.close();
      await at.server?.close();
    });
    tests(at, name);
  });
}
