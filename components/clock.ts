/** The time of day of a moment (ms since the epoch), as the reader's locale writes it. */
export const clock = (time: number): string =>
  new Date(time).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
