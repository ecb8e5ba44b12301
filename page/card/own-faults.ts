/**
 * What goes wrong in the card is the card's own: it leaves, and the marks stay. Nothing that it throws reaches the page or
 * the engine, whose listener it is.
 */

/** A card that fails so often is offered no more on this page. */
const ENOUGH = 3;

/**
 * A way to wrap whatever calls the card from outside: a call that fails answers `undefined`, which every caller takes for
 * "no" or "nothing".
 * @param recover puts the card back to where nothing is open; `forGood`: it is over on this page.
 * @param tell hears what was thrown.
 */
export function ownFaults(recover: (forGood: boolean) => void, tell: (error: unknown) => void) {
  let faults = 0;
  return <Given extends unknown[], Answer>(work: (...given: Given) => Answer) =>
    (...given: Given): Answer | undefined => {
      try {
        return work(...given);
      } catch (error) {
        recover(++faults >= ENOUGH);
        tell(error);
        return undefined;
      }
    };
}
