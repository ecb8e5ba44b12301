/**
 * How long the main thread of a tab has really run, whatever else runs on the machine, and what we do between two frames
 * included, which no clock in the page sees.
 */
import { readFileSync } from 'node:fs';
import type { ChromiumTab } from '../../browsers/chromium.ts';
import type { Tab } from '../../browsers/index.ts';

/** Reads the time of the processor, in ms, that the tab's main thread has had. Linux only; NaN elsewhere. */
export async function processorOf(tab: Tab): Promise<() => number> {
  const session = await (tab as ChromiumTab).page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  // The bench has one tab open; what the browser keeps ready has done nothing yet.
  const { id } = renderers.toSorted((a, b) => b.cpuTime - a.cpuTime)[0]!;
  if (process.platform !== 'linux') return () => Number.NaN;
  return () => Number(readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
