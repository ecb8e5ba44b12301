/** In the page: what the engine takes of its time. */
import { Pace } from '../../../page/pace.ts';

export interface TaskClock {
  /** In ms. */
  sum: number;
  longest: number;
  stop(): void;
}

/**
 * Counts all that the engine does from now on, slices and what it does in between. What it does at once after something
 * else, in the same task, is one with it: the page has no turn until both are over.
 */
export function taskClock(): TaskClock {
  const { run } = Pace.prototype;
  const clock = { sum: 0, longest: 0, stop: () => void Object.assign(Pace.prototype, { run }) };
  let [depth, task] = [0, 0];
  const endTask = () => {
    task = 0;
  };
  const count = (ms: number) => {
    // Comes before anything else that waits for its turn: then this task is over.
    if (task === 0) void scheduler.postTask(endTask, { priority: 'user-blocking' });
    task += ms;
    clock.sum += ms;
    clock.longest = Math.max(clock.longest, task);
  };
  Pace.prototype.run = function (this: Pace, work, counted) {
    const start = performance.now();
    depth++;
    try {
      return run.call(this, work, counted) as never;
    } finally {
      if (--depth === 0) count(performance.now() - start);
    }
  };
  return clock;
}
