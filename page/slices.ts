/** Gives the page its turn between two slices of our work. */

interface Scheduler {
  postTask?(task: () => void, options: { priority: string; signal?: AbortSignal }): Promise<void>;
}

/** Resolves when the browser has nothing more urgent to do (input, painting, the page's own work). */
export function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority: 'background' }).catch(() => {});
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** True from `ms` on. */
export function lateAfter(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
}
