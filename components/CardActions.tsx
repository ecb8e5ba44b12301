import { useLayoutEffect, useState } from 'preact/hooks';

interface CardActionsProps {
  name: string;
  comparable: boolean;
  /** The term is the one marked on the page, not one reached from it. */
  own: boolean;
  compare(): void;
  explain(): string[];
  notMusicHere(): void;
  neverMark(): void;
  resized(): void;
}

/** What the reader can do with the term: compare it, silence it, ask why it is marked. */
export function CardActions(props: CardActionsProps) {
  const [reasons, setReasons] = useState<string[] | null>(null);
  useLayoutEffect(() => props.resized(), [reasons]);
  return (
    <div class="actions">
      {props.comparable && (
        <button type="button" class="compare" onClick={props.compare}>
          Compare side by side <span aria-hidden="true">→</span>
        </button>
      )}
      {props.own && (
        <div class="quiet">
          <button
            type="button"
            aria-expanded={reasons !== null}
            onClick={() => setReasons(reasons ? null : props.explain())}
          >
            Why marked?
          </button>
          <button type="button" onClick={props.notMusicHere}>
            Not music here
          </button>
          <button type="button" onClick={props.neverMark} aria-label={`Never mark ${props.name}`}>
            Never mark
          </button>
        </div>
      )}
      {reasons && <p class="why">{reasons.join(' · ') || 'The word is about music anywhere it stands.'}</p>}
    </div>
  );
}
