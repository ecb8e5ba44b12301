import { useLayoutEffect, useRef, useState } from 'preact/hooks';

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

/** What the reader can do with the term: compare it, ask why it is marked, and from there silence it. */
export function CardActions(props: CardActionsProps) {
  const [reasons, setReasons] = useState<string[] | null>(null);
  const why = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    props.resized();
    // Where the card cannot grow any more, what was asked for must not stay below its edge.
    why.current?.closest('.sheet')?.scrollTo({ top: why.current.offsetTop, behavior: 'instant' });
  }, [reasons]);
  if (!props.comparable && !props.own) return null;
  return (
    <div class="actions">
      <div class="row">
        {props.comparable && (
          <button type="button" class="compare" onClick={props.compare}>
            Compare side by side <span aria-hidden="true">→</span>
          </button>
        )}
        {props.own && (
          <button
            type="button"
            class="quiet"
            aria-expanded={reasons !== null}
            onClick={() => setReasons(reasons ? null : props.explain())}
          >
            Why marked?
          </button>
        )}
      </div>
      {reasons && (
        <div class="why" ref={why}>
          <p>{reasons.join(' · ') || 'This wording is about music wherever it stands.'}</p>
          <button type="button" class="switch" onClick={props.notMusicHere}>
            Not music here
          </button>
          <button type="button" class="switch" onClick={props.neverMark}>
            Never mark “{props.name}”
          </button>
        </div>
      )}
    </div>
  );
}
