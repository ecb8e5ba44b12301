import type { ChromiumTab } from '../../browsers/chromium.ts';
import type { Tab } from '../../browsers/index.ts';

/** Bytes that a tab's scripts and the tree of its page hold, rubbish taken away. */
export async function heapOf(tab: Tab): Promise<number> {
  const session = await (tab as ChromiumTab).page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const use = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return use.usedSize + use.embedderHeapUsedSize + use.backingStorageSize;
}
