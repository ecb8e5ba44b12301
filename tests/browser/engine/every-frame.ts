import type { Bidi } from '../../../browsers/bidi.ts';
import { callSource } from '../../../browsers/call-source.ts';
import type { ChromiumTab } from '../../../browsers/chromium.ts';
import type { Driver, Tab } from '../../../browsers/index.ts';

interface Tree {
  context: string;
  children: Tree[];
}

/** A frame that was replaced while it loaded stays in the driver's list and never answers: the others must not wait for it. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, 2000, new Error('no answer'));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs a function in every frame of a tab, the page itself first, also where the frame allows no script of its own.
 * @returns the answers of those that answer in time: they may be fewer than the frames.
 */
export async function inEveryFrame<R>(driver: Driver, tab: Tab, fn: () => R): Promise<R[]> {
  if (driver.name === 'chromium') {
    const frames = (tab as ChromiumTab).page.frames();
    const asked = frames.map((frame) => soon(frame.evaluate(fn) as Promise<R>));
    return (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }
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
