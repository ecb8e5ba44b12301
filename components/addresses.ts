/** Where our pages show a term or a comparison: to link to, to bookmark, to open in a new tab. */

export const termAddress = (id: string): string => `/glossary.html#${id}`;

export const comparisonAddress = (terms: readonly string[]): string => `/compare.html?terms=${terms.join(',')}`;
