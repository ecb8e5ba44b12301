import type { Confusable } from '../core/card/content.ts';

interface CardConfusablesProps {
  confusables: Confusable[];
  show(id: string): void;
}

/** "Not to be confused with": what sets the term apart from those also on this page, then a switch for each. */
export function CardConfusables({ confusables, show }: CardConfusablesProps) {
  if (confusables.length === 0) return null;
  const here = confusables.filter((other) => other.onPage && other.difference).slice(0, 2);
  return (
    <div class="confusables">
      {here.map((other) => (
        <p class="difference" key={other.id}>
          {other.difference} <span class="here">Both are on this page.</span>
        </p>
      ))}
      <p class="label" id="confusables">
        Not to be confused with
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
