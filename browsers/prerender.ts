import type { Browser, Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** What a page must say for its browser to load the next one ahead. */
export const loadsAhead = (path: string): string =>
  `<script type="speculationrules">{"prerender":[{"urls":["${path}"],"eagerness":"immediate"}]}</script>`;

interface Session {
  on(event: string, listener: (news: { status: string }) => void): void;
  send(method: string): Promise<unknown>;
}

/** Chromium drops what it has loaded ahead now and then, and loads it anew when it is opened. */
const TRIES = 4;

/**
 * Opens a page that Chromium has loaded ahead for the page before it. A tab of the driver's own has a second session, with
 * which Chromium loads nothing ahead.
 * @param before the page that has it loaded (`loadsAhead`). @param path of the page that is loaded ahead.
 * @param ready called when it is loaded, before it is opened.
 * @throws when Chromium would not do so in four tries.
 */
export async function openAhead(
  browser: Browser,
  before: string,
  path: string,
  ready: () => Promise<void> = async () => {},
): Promise<Page> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const page = await browser.newPage();
    const session = (page as unknown as { _client(): Session })._client();
    let isReady = false;
    session.on('Preload.prerenderStatusUpdated', ({ status }) => {
      isReady ||= status === 'Ready';
    });
    await session.send('Preload.enable');
    await page.goto(before);
    await until(async () => isReady, `${path} to be loaded ahead`);
    await ready();
    await Promise.all([page.waitForNavigation(), page.evaluate((url) => location.assign(url), path)]);
    if (await page.evaluate(wasAhead)) return page;
    await page.close();
  }
  throw new Error(`Chromium opened ${path} ${TRIES} times without having it loaded ahead.`);
}

/** In the page: whether it was loaded before it was opened. */
const wasAhead = () =>
  (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number }).activationStart > 0;
