/** Kinds of terms, in the order in which they are offered. Free of the schema library, since every page carries it. */
export const KINDS = ['role', 'process', 'gear', 'form', 'rights', 'theory'] as const;
export type Kind = (typeof KINDS)[number];
