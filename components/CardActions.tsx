import { useLayoutEffect, useState } from 'preact/hooks';
import type { Reason } from '../core/sense/reason.ts';
import { CardSources } from './CardSources.tsx';
import { reasonText, word } from './card-word.ts';

interface CardActionsProps {
  name: string;
  sources: { name: string; url: string }[];
  comparable: boolean;
  /** The term is the one marked on the page, not one reached from it. */
  own: boolean;
  /** The reader has put the term in: it need not be about music. */
  isReaders: boolean;
  compare(): void;
  explain(): Reason[];
  /** Each is offered only where it is given. */
  notMusicHere?(): void;
  neverMark?(): void;
  resized(): void;
}

/** The card's last row, always in sight: compare, the source, and why the word is marked, from where it can be silenced. */
export function CardActions(props: CardActionsProps) {
  const [reasons, setReasons] = useState<Reason[] | null>(null);
  useLayoutEffect(() => props.resized(), [reasons]);
  return (
    <div class="actions">
      <div class="row">
        {props.comparable && (
          <button type="button" class="compare" aria-label={word('card.compareLong')} onClick={props.compare}>
            {word('card.compare')} <span aria-hidden="true">→</span>
          </button>
        )}
        <CardSources sources={props.sources} />
        {props.own && (
          <button
            type="button"
            class="quiet"
            aria-expanded={reasons !== null}
            onClick={() => setReasons(reasons ? null : props.explain())}
          >
            {word('card.why')}
          </button>
        )}
      </div>
      {reasons && (
        <div class="why">
          <p>{reasons.map(reasonText).join(' · ') || word('card.always')}</p>
          {props.notMusicHere && (
            <button type="button" class="switch" onClick={props.notMusicHere}>
              {word(props.isReaders ? 'card.notThisHere' : 'card.notMusicHere')}
            </button>
          )}
          {props.neverMark && (
            <button type="button" class="switch" onClick={props.neverMark}>
              {word('card.neverMark', props.name)}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
