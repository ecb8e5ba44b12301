import type { Kind } from '../core/glossary/schema.ts';
import { kindName, word } from './card-word.ts';

interface CardHeadProps {
  name: string;
  kind: Kind;
  /** The reader has put it in. */
  own: boolean;
  disputed: boolean;
  /** The term this one was reached from. */
  back: { name: string; go(): void } | null;
  position?: { index: number; total: number };
  close?: () => void;
}

/** Kind, name, the way back, and for keyboard and touch a way out. */
export function CardHead({ name, kind, own, disputed, back, position, close }: CardHeadProps) {
  return (
    <div class="head">
      {back && (
        <button type="button" class="back" onClick={back.go}>
          <span aria-hidden="true">←</span> {word('card.back', back.name)}
        </button>
      )}
      <div class="title">
        <p class="name" id="name">
          {name}
        </p>
        <p class="kind">
          {own ? word('card.own') : kindName(kind)}
          {disputed && <span class="aside">{word('card.disputed')}</span>}
          {position && <span class="aside">{word('card.position', position.index + 1, position.total)}</span>}
        </p>
      </div>
      {close && (
        <button type="button" class="close" aria-label={word('card.close')} onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
