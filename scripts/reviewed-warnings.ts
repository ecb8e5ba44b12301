/** What the add-on lint of Firefox's store finds in the build, held against what was looked at and is so on purpose. */

export interface Finding {
  code: string;
  file?: string;
}

/**
 * One line a finding, as often as it comes. Both are Preact's, for a property that no component of ours has; that none
 * has is asked of the built scripts in tests/browser/manifest.test.ts.
 */
const REVIEWED: readonly string[] = ['UNSAFE_VAR_ASSIGNMENT chunks/shared.js', 'UNSAFE_VAR_ASSIGNMENT marks.js'];

/** A finding's line. A chunk's name ends in a hash of what it holds, which says nothing here. */
const lineOf = ({ code, file = '' }: Finding): string => `${code} ${file.replace(/-[\w-]{8}(?=\.js$)/, '')}`.trim();

/** Findings that nobody has looked at, and reviewed ones that are there no more. */
export function compareWithReviewed(
  findings: readonly Finding[],
  reviewed = REVIEWED,
): Record<'fresh' | 'past', string[]> {
  const past = [...reviewed];
  const fresh = findings.map(lineOf).filter((line) => {
    const at = past.indexOf(line);
    if (at >= 0) past.splice(at, 1);
    return at < 0;
  });
  return { fresh, past };
}
