/** Strokes on a 20 × 20 grid, drawn for this project. */
const PATHS = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  forward: 'M7.5 4.5 13 10l-5.5 5.5',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 9.5 3.5 3.5',
  goTo: 'M10 3v3.5m0 7V17m7-7h-3.5m-7 0H3m7-2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  open: 'M8 4.5H4.5v11h11V12M11.5 4h4.5v4.5M16 4l-6.5 6.5',
  pause: 'M7.5 5v10m5-10v10',
  play: 'M7 4.5v11l8.5-5.5Z',
  options: 'M3.5 6h7m4 0h2m-13 8h2m4 0h7M12.5 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm-5 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  compare: 'M3.5 4h5.5v12H3.5Zm7.5 0h5.5v12H11ZM3.5 8H9m2 0h5.5',
  swap: 'M4 7h11m-3-3 3 3-3 3M16 13H5m3-3-3 3 3 3',
  close: 'm5 5 10 10M15 5 5 15',
  add: 'M10 4v12M4 10h12',
  copy: 'M7.5 7.5h8v9h-8Zm-3-4h8v4m-8-4v9h3',
  print: 'M6 7V3.5h8V7M6 13.5H3.5V7h13v6.5H14m-8-2h8v5H6Z',
  book: 'M10 5.5C8.5 4.2 6.5 4 3.5 4v11c3 0 5 .2 6.5 1.5 1.5-1.3 3.5-1.5 6.5-1.5V4c-3 0-5 .2-6.5 1.5Zm0 0v11',
  warning: 'M10 3.5 2.5 16.5h15Zm0 5v4m0 1.8v.2',
} as const;

export type IconName = keyof typeof PATHS;

/** These point along the text, and so the other way where it runs from right to left. */
const DIRECTED: readonly IconName[] = ['back', 'forward'];

/** Decoration only: the words beside it, or the control's label, say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class={DIRECTED.includes(name) ? 'icon icon-directed' : 'icon'}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
