import type { Confusable } from '../core/card/content.ts';
import { word } from './card-word.ts';

interface CardConfusablesProps {
  confusables: Confusable[];
  show(id: string): void;
}

/** "Not to be confused with": what sets the term apart from one also on this page, then a switch for each. */
export function CardConfusables({ confusables, show }: CardConfusablesProps) {
  if (confusables.length === 0) return null;
  const here = confusables.find((other) => other.onPage && other.difference);
  return (
    <div class="confusables">
      {here && <p class="difference">{here.difference}</p>}
      <p class="label" id="confusables">
        {word('card.confusables')}
      </p>
      <ul class="switches" aria-labelledby="confusables">
        {confusables.map((other) => (
          <li key={other.id}>
            <button type="button" class="switch" onClick={() => show(other.id)}>
              {other.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
