import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { comeBack, type PlaceLeft, placeLeft } from '../../components/place-left.ts';
import type { View } from './view.ts';

/** A view, and where in it the reader was when another was opened from there. */
interface Step {
  view: View;
  left?: PlaceLeft;
}

/** The views that were opened one from another. Each begins at its top; Back leads to where the last one was left. */
export function useTrail(main: RefObject<HTMLElement | null>) {
  const [steps, setSteps] = useState<Step[]>([{ view: { name: 'home' } }]);
  const { view, left } = steps.at(-1)!;
  const before = steps.slice(0, -1);

  // Before the next paint: what the reader then types or presses must not lose the focus again.
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const columns = view.name === 'comparison' ? view.terms.length : 0;
    document.body.dataset.width = columns > 2 ? 'wide' : 'normal';
    if (left) comeBack(left, main.current);
    else if (!isFirst.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [steps]);

  return {
    view,
    depth: before.length,
    open: (next: View) => setSteps([...before, { view, left: placeLeft() }, { view: next }]),
    back: () => setSteps(before),
  };
}
