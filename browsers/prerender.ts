import type { Browser, Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** What a page must say for its browser to load the next one ahead. */
export const loadsAhead = (path: string): string =>
  `<script type="speculationrules">{"prerender":[{"urls":["${path}"],"eagerness":"immediate"}]}</script>`;

interface Session {
  on(event: string, listener: (news: { status: string }) => void): void;
  send(method: string): Promise<unknown>;
}

/** Chromium gives up what it loads ahead now and then, while it loads or when it is opened. */
const TRIES = 4;

/**
 * Opens a page that Chromium has loaded ahead for the page before it.
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
  for (let tries = TRIES; tries > 0; tries--) {
    const page = await tryAhead(browser, before, path, ready);
    if (page) return page;
  }
  throw new Error(`Chromium opened ${path} ${TRIES} times without having it loaded ahead.`);
}

async function tryAhead(browser: Browser, before: string, path: string, ready: () => Promise<void>) {
  // Not `driver.open`: its tabs have a second session, with which Chromium loads nothing ahead.
  const page = await browser.newPage();
  const session = (page as unknown as { _client(): Session })._client();
  let status = '';
  session.on('Preload.prerenderStatusUpdated', (news) => {
    status = news.status;
  });
  await session.send('Preload.enable');
  await page.goto(before);
  await until(async () => status === 'Ready' || status === 'Failure', `${path} to be loaded ahead`);
  if (status === 'Ready') {
    await ready();
    await Promise.all([page.waitForNavigation(), page.evaluate((url) => location.assign(url), path)]);
    if (await page.evaluate(wasAhead)) return page;
  }
  await page.close();
  return null;
}

/** In the page: whether it was loaded before it was opened. */
const wasAhead = () =>
  (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number }).activationStart > 0;
