import { useEffect, useRef } from 'preact/hooks';
import { word } from './card-word.ts';

interface CardDoneProps {
  text: string;
  /** `null`: it could not be done, so there is nothing to take back. */
  undo: (() => void) | null;
  /** False in the pointer's card: the page keeps the focus. */
  takesFocus: boolean;
  close(): void;
}

/** Says what has just been done, with the way back. */
export function CardDone({ text, undo, takesFocus, close }: CardDoneProps) {
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) message.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="done">
      <p id="name" role="status" tabIndex={-1} ref={message}>
        {text}
      </p>
      {undo && (
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
      )}
    </div>
  );
}
