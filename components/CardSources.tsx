interface CardSourcesProps {
  sources: { name: string; url: string }[];
}

/** Where the definition comes from: real links, opened in a new tab and telling the source nothing of this page. */
export function CardSources({ sources }: CardSourcesProps) {
  if (sources.length === 0) return null;
  return (
    <p class="sources">
      <span class="roomy">{sources.length > 1 ? 'Sources: ' : 'Source: '}</span>
      {sources.map((source, index) => (
        <span key={source.url}>
          {index > 0 && ', '}
          <a href={source.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            {source.name}
            <span class="unseen"> (opens in a new tab)</span>
          </a>
        </span>
      ))}
    </p>
  );
}
