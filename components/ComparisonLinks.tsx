import { i18n } from '#i18n';
import { comparisonAddress } from './addresses.ts';
import { Icon } from './Icon.tsx';
import './comparison-links.css';
import { PlaceLink } from './PlaceLink.tsx';

export interface ComparisonLink {
  key: string;
  title: string;
  /** Why it is offered: "Producer and audio engineer are both here". */
  reason?: string;
  terms: string[];
}

/** Comparisons to open, one a line. */
export function ComparisonLinks({ links, open }: { links: ComparisonLink[]; open: (terms: string[]) => void }) {
  return (
    <ul class="comparison-links">
      {links.map(({ key, title, reason, terms }) => (
        <li key={key}>
          <PlaceLink class="comparison-link" href={comparisonAddress(terms)} follow={() => open(terms)}>
            <Icon name="compare" />
            <span class="comparison-title">
              <bdi dir="ltr">{versus(title)}</bdi>
              {reason && <span class="comparison-reason">{reason}</span>}
            </span>
            <Icon name="forward" />
          </PlaceLink>
        </li>
      ))}
    </ul>
  );
}

/** "A vs B" with a quiet "vs": the terms are what one reads. */
function versus(title: string) {
  return title
    .split(/ vs\.? /)
    .flatMap((part, index) => (index ? [<i key={part}> {i18n.t('compare.versus')} </i>, part] : [part]));
}
