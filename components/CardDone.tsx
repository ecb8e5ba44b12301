import { useEffect, useRef } from 'preact/hooks';
import { word } from './card-word.ts';

interface CardDoneProps {
  text: string;
  undo: (() => void) | null;
  /** It could not be done: there is nothing to change one's mind about. */
  failed?: boolean;
  close(): void;
}

/** Says what has just been done, with the way back. */
export function CardDone({ text, undo, failed, close }: CardDoneProps) {
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => message.current?.focus({ preventScroll: true }), []);
  return (
    <div class="done">
      <p role="status" tabIndex={-1} ref={message}>
        {text}
      </p>
      {undo ? (
        <button
          type="button"
          class="compare"
          onClick={() => {
            undo();
            close();
          }}
        >
          {word('card.undo')}
        </button>
      ) : (
        !failed && <p class="sources">{word('card.settings')}</p>
      )}
    </div>
  );
}
