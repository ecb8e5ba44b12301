/** What the bench measures by (tests/bench/popup.ts): when what has just been drawn is on the screen. */
export function tellPainted(what: 'painted' | 'site' | 'whole'): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark(`liner-notes-${what}`)));
}
