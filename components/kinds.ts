import type { Kind } from '../core/glossary/schema.ts';

/** The kinds of terms in the order in which pages list them: the schema's own list would bring its validator along. */
export const KINDS: readonly Kind[] = ['role', 'process', 'gear', 'form', 'rights', 'theory'];
