import type { CDPSession } from 'puppeteer-core';
import type { ChromiumTab } from './chromium.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { inFrameScript } from './frame-script.ts';
import type { Driver, Tab } from './types.ts';
import { until } from './wait.ts';

const HOST = 'liner-notes-card';

/** A function for the inside of the card: it gets the closed shadow root, and must not close over anything. */
export type CardFunction<A extends unknown[], R> = (root: ShadowRoot, ...args: A) => R;

interface CdpNode {
  nodeName: string;
  nodeId: number;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
}

function findHost(node: CdpNode): CdpNode | null {
  if (node.nodeName.toLowerCase() === HOST) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument ?? []].flat()) {
    const found = findHost(child);
    if (found) return found;
  }
  return null;
}

async function inChromiumCard<R>(session: CDPSession, source: string, args: unknown[]): Promise<R | null> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const shadow = findHost(root as CdpNode)?.shadowRoots?.[0];
  if (!shadow) return null;
  const { object } = await session.send('DOM.resolveNode', { nodeId: shadow.nodeId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function (...args) { return (${source})(this, ...args); }`,
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}

function inFirefoxCard<R>(chrome: FirefoxChrome, source: string, args: unknown[]): Promise<R | null> {
  return inFrameScript<string>(
    chrome,
    `const root = content.document.querySelector(${JSON.stringify(HOST)})?.openOrClosedShadowRoot;
    return root ? JSON.stringify((${source})(root, ...${JSON.stringify(args)}) ?? null) : 'null';`,
  ).then((json) => JSON.parse(json) as R | null);
}

/**
 * Runs a function on the closed shadow root of the open card in the selected tab's top document (Chromium: any frame)
 * and returns its JSON-able result; null when no card is open.
 */
export async function inCard<A extends unknown[], R>(
  driver: Driver,
  tab: Tab,
  fn: CardFunction<A, R>,
  ...args: A
): Promise<R | null> {
  if (driver.name === 'firefox') {
    return inFirefoxCard<R>((driver as Driver & { chrome: FirefoxChrome }).chrome, `${fn}`, args);
  }
  const session = await (tab as ChromiumTab).page.createCDPSession();
  try {
    return await inChromiumCard<R>(session, `${fn}`, args);
  } finally {
    await session.detach();
  }
}

/** Presses a control of the open card with the mouse, by a part of its text. */
export async function pressInCard(driver: Driver, tab: Tab, text: string): Promise<void> {
  const find = (root: ShadowRoot, wanted: string) => {
    const controls = [...root.querySelectorAll('button, a')];
    const control = controls.find((one) => `${one.textContent} ${one.getAttribute('aria-label')}`.includes(wanted));
    return control ? (control.getBoundingClientRect().toJSON() as DOMRect) : null;
  };
  const box = await until(() => inCard(driver, tab, find, text), `“${text}” in the card`);
  if (box) await tab.click(box.x + box.width / 2, box.y + box.height / 2);
}
