const POLL_MS = 25;
const TIMEOUT_MS = 10_000;

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
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`waited ${timeout} ms for: ${what}\nlast: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
