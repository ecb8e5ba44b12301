import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import {
  BROWSERS,
  type BrowserName,
  type Driver,
  launch,
  type Server,
  serve,
  type Tab,
} from '../../../browsers/index.ts';
import { bundle } from './bundle.ts';

/**
 * A suite in both engines, each test on a fresh page that holds the lab and nothing else.
 * @param entry the script in the page: the lab, or one that imports it.
 */
export function describeLab(what: string, tests: (tab: () => Tab, name: BrowserName) => void, entry = 'lab'): void {
  describe.each(BROWSERS)(`${what}, in %s`, (name) => {
    let driver: Driver;
    let server: Server;
    let tab: Tab;
    beforeAll(async () => {
      const script = await bundle(`tests/browser/engine/${entry}.ts`);
      server = await serve('tests/fixtures', (path) => {
        if (path === '/lab.js') return { body: script, type: 'text/javascript' };
        return { body: '<!doctype html><html lang="en"><title>Page</title><body><script src="/lab.js"></script>' };
      });
      driver = await launch(name, { extension: null });
      tab = await driver.open('about:blank');
    });
    beforeEach(() => tab.goto(`${server.origin}/`));
    afterAll(async () => {
      await driver?.close();
      await server?.close();
    });
    tests(() => tab, name);
  });
}
