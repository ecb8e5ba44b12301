/**
 * The content script: acts on one document until the extension or the page goes away. It is in every frame of every page,
 * so it holds only what asks whether there is anything to mark; what marks is brought then (marks.ts).
 * docs/decisions/0205-the-gate-first.md.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { act, type Extension } from '../page/act.ts';
import { isAlive, whenOpened } from '../page/lifecycle.ts';
import { isOnlyCopy, sweepFormer } from '../page/one-copy.ts';

/**
 * The browser's own API. Both engines give promises under Manifest V3, and what is asked of it here answers alike; the
 * polyfill, 10 kB and a wrapper for each of a hundred functions, would be paid for by every frame of every page. Asked
 * for as an own property: a page whose element is called `browser` answers to that name too.
 */
const extension = Reflect.get(globalThis, Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome') as Extension;

export default defineUnlistedScript(async () => {
  const wasAhead = await whenOpened(document);
  const life = new AbortController();
  const alive = () => {
    const still = isAlive(() => extension.runtime.id);
    if (!still) life.abort();
    return still;
  };
  if (!alive() || !isOnlyCopy(alive)) return;
  sweepFormer();
  act(extension, life.signal, alive, wasAhead);
});
