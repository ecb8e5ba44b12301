/** Gives the page its turn between two slices of our work. */

interface Scheduler {
  postTask?(task: () => void, options: { priority: string; signal?: AbortSignal }): Promise<void>;
}

/**
 * Resolves when the browser has nothing more urgent to do: input, painting, the page's own work.
 * @param isAwaited the reader waits for what comes next: it has its turn with the page's own work, not behind all of it.
 */
export function turn(isAwaited = false): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  const priority = isAwaited ? 'user-visible' : 'background';
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority }).catch(() => {});
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** True once so many ms have gone by. */
export const lateAfter = (ms: number): (() => boolean) => lateAt(performance.now() + ms);

/** True from a moment on, in ms of `performance.now()`. */
export const lateAt = (end: number) => (): boolean => performance.now() >= end;
