import type { Bidi } from '../../../browsers/bidi.ts';
import { callSource } from '../../../browsers/call-source.ts';
import type { ChromiumTab } from '../../../browsers/chromium.ts';
import type { Driver, Tab } from '../../../browsers/index.ts';

interface Tree {
  context: string;
  children: Tree[];
}

/** Runs a function in every frame of a tab, the page itself first, also where the frame allows no script of its own. */
export async function inEveryFrame<R>(driver: Driver, tab: Tab, fn: () => R): Promise<R[]> {
  if (driver.name === 'chromium')
    return Promise.all((tab as ChromiumTab).page.frames().map((frame) => frame.evaluate(fn) as Promise<R>));
  const { bidi } = driver as Driver & { bidi: Bidi };
  const { contexts } = await bidi.send<{ contexts: Tree[] }>('browsingContext.getTree', {
    root: (tab as Tab & { context: string }).context,
  });
  const all = (tree: Tree): string[] => [tree.context, ...tree.children.flatMap(all)];
  const answers = contexts
    .flatMap(all)
    .map(async (context) => JSON.parse(String(await bidi.evaluate(context, callSource(fn, [])))));
  return Promise.all(answers);
}
