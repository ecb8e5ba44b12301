/** What the bench measures by (tests/bench/popup.ts): when what has just been drawn is on the screen. */
export function tellPainted(what: 'site' | 'told' | 'whole'): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark(`liner-notes-${what}`)));
}

/** How long the first paint is waited for, in ms. */
const LATEST = 250;

/** Runs a task once the browser has painted something, or after a moment. Answers with the way to call it off. */
export function afterPaint(task: () => void): () => void {
  let late: ReturnType<typeof setTimeout>;
  const stop = () => {
    clearTimeout(late);
    seen.disconnect();
  };
  const run = () => {
    stop();
    task();
  };
  const seen = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length) run();
  });
  seen.observe({ type: 'paint', buffered: true });
  late = setTimeout(run, LATEST);
  return stop;
}
