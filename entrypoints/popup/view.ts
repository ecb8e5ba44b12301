export type View = { name: 'home' } | { name: 'entry'; id: string } | { name: 'comparison'; terms: string[] };

/** How a view opens another. */
export interface Opening {
  openTerm: (id: string) => void;
  openComparison: (terms: string[]) => void;
}
