/** Where a reader leaves a view for another one, to find it again on coming back. Can be kept in the history. */
export interface PlaceLeft {
  /** In CSS px. */
  scroll: number;
  /** What had the focus: which of all controls, and its text; what is listed may have changed meanwhile. */
  control: number;
  text: string;
}

const controls = () => [...document.querySelectorAll<HTMLElement>('a[href], button, input')];

export function placeLeft(): PlaceLeft {
  const { activeElement } = document;
  const control = controls().indexOf(activeElement as HTMLElement);
  return { scroll: scrollY, control, text: activeElement?.textContent ?? '' };
}

/** Scrolls and gives the focus as it was there; to `otherwise` where nothing had it, or it is gone. */
export function comeBack({ scroll, control, text }: PlaceLeft, otherwise: HTMLElement | null): void {
  scrollTo(0, scroll);
  const all = controls();
  const same = all[control];
  const found = same?.textContent === text ? same : control >= 0 && all.find((one) => one.textContent === text);
  (found || otherwise)?.focus({ preventScroll: true });
}
