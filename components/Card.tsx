import { useLayoutEffect, useState } from 'preact/hooks';
import type { CardContent } from '../core/card/content.ts';
import type { Reason } from '../core/sense/reason.ts';
import { CardActions } from './CardActions.tsx';
import { CardConfusables } from './CardConfusables.tsx';
import { CardDone } from './CardDone.tsx';
import { CardHead } from './CardHead.tsx';
import { scopeName, word } from './card-word.ts';

/** What was just done. */
export interface Undo {
  /** Takes it back. */
  (): void;
  /** Whether it could be stored, once that is known. */
  stored: Promise<boolean>;
}

export interface CardProps {
  /** The term that is marked. */
  id: string;
  /** What to say of a term; null when the glossary has none such. */
  contentOf(id: string): CardContent | null;
  /** Which of the page's marks this is, when the reader steps through them. */
  position?: { index: number; total: number };
  /** Show a button to close: where there is no pointer to leave with. */
  closable: boolean;
  /** Why the word is marked, worked out when asked. */
  explain(): Reason[];
  compare(terms: string[]): void;
  /** Both silence the term and answer with the way back; each is offered only where it is given. */
  notMusicHere?(id: string): Undo;
  neverMark?(id: string): Undo;
  close(): void;
  /** The card's size may have changed; called before the next paint. */
  resized(): void;
}

/** The hover card: a term in one glance, the terms it is mistaken for one press away, and how to silence it. */
export function Card(props: CardProps) {
  const [trail, setTrail] = useState([props.id]);
  const [done, setDone] = useState<{ text: string; undo: Undo | null } | null>(null);
  const content = props.contentOf(trail.at(-1) ?? props.id);
  const before = trail.length > 1 ? props.contentOf(trail.at(-2) ?? props.id) : null;
  useLayoutEffect(() => props.resized(), [trail, done]);
  if (!content) return null;
  const silence = (how: ((id: string) => Undo) | undefined, text: string) =>
    how &&
    (() => {
      const undo = how(props.id);
      setDone({ text, undo });
      void undo.stored.then((stored) => stored || setDone({ text: word('card.notStored', content.name), undo: null }));
    });
  if (done) return <CardDone {...done} takesFocus={props.closable} close={props.close} />;

  const difference = before?.confusables.find((other) => other.id === content.id)?.difference;
  return (
    <>
      <div class="body">
        <CardHead
          name={content.name}
          kind={content.kind}
          own={content.own}
          disputed={content.disputed}
          back={before && { name: before.name, go: () => setTrail(trail.slice(0, -1)) }}
          position={before ? undefined : props.position}
          close={props.closable ? props.close : undefined}
        />
        <p class="definition" id="definition">
          {content.definition}
        </p>
        {difference && <p class="difference">{difference}</p>}
        {content.usage && (
          <p class="usage">
            <b>{scopeName(content.usage.scope)}:</b> {content.usage.text}
          </p>
        )}
        {!before && <CardConfusables confusables={content.confusables} show={(id) => setTrail([...trail, id])} />}
      </div>
      <CardActions
        key={content.id}
        name={content.name}
        sources={content.sources}
        compare={() => props.compare(before ? [before.id, content.id] : content.comparison)}
        comparable={before !== null || content.comparison.length > 1}
        own={!before}
        isReaders={content.own}
        explain={props.explain}
        resized={props.resized}
        notMusicHere={silence(props.notMusicHere, word('card.goneHere', content.name))}
        neverMark={silence(props.neverMark, word('card.goneEverywhere', content.name))}
      />
    </>
  );
}
