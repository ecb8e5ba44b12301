import { word } from './card-word.ts';

interface CardSourcesProps {
  sources: { name: string; url: string }[];
}

/** Where the definition comes from: real links, opened in a new tab and telling the source nothing of this page. */
export function CardSources({ sources }: CardSourcesProps) {
  if (sources.length === 0) return null;
  return (
    <p class="sources">
      <span class="roomy">{word(sources.length > 1 ? 'card.sources' : 'card.source')}: </span>
      {sources.map((source, index) => (
        <span key={source.url}>
          {index > 0 && ', '}
          <a href={source.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            {source.name}
            <span class="unseen"> ({word('card.newTab')})</span>
          </a>
        </span>
      ))}
    </p>
  );
}
