/** Runs before the popup's own script has been read: what it asks is answered while that is read. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Early } from './popup/early.ts';

interface Api {
  tabs: {
    query(about: object): Early['tabs'];
    sendMessage(tab: number, message: object, options: object): Promise<unknown>;
  };
  storage: Record<'local' | 'sync', { get(keys: null): Early['local'] }>;
}

export default defineUnlistedScript(() => {
  const world = globalThis as unknown as { browser?: Api; chrome: Api; linerNotesEarly?: Early };
  // Without the polyfill, which is in the popup's own script: here both browsers give promises.
  const { tabs, storage } = world.browser ?? world.chrome;
  // A storage that is broken may throw instead of refusing.
  const ask = <T>(work: () => Promise<T>) => new Promise<T>((resolve) => resolve(work()));
  const found = ask(() => tabs.query({ active: true, currentWindow: true }));
  const asked: Early = {
    tabs: found,
    local: ask(() => storage.local.get(null)),
    sync: ask(() => storage.sync.get(null)),
    state: found.then(([tab]) => tabs.sendMessage(tab!.id!, { name: 'page:state' }, { frameId: 0 })),
  };
  // Whoever reads them hears of a failure.
  for (const answer of Object.values(asked)) answer.catch(() => {});
  world.linerNotesEarly = asked;
});
