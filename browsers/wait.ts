const POLL_MS = 25;
const TIMEOUT_MS = 10_000;

/** Settles as a promise does, and rejects when it has not by then: what a browser never answers would keep us for good. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks until the answer is truthy and returns it. An error of one asking counts as "not yet" (a document may just be
 * going away) and is told when time runs out.
 * @throws after `timeout` ms, naming what was waited for.
 */
export async function until<T>(ask: () => Promise<T>, what: string, timeout = TIMEOUT_MS): Promise<T> {
  const end = performance.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await within(ask(), Math.max(POLL_MS, end - performance.now()));
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`waited ${timeout} ms for: ${what}\nlast: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
