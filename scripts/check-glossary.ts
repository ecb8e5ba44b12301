/** Checks the glossary beyond its shape; part of `npm run check`. */
import { loadOrExit } from './load-or-exit.ts';

const { glossary } = loadOrExit();
const facts = glossary.terms.reduce((sum, term) => sum + term.facts.length, 0);
console.log(
  `glossary: ${glossary.terms.length} terms, ${facts} facts, ${glossary.comparisons.length} comparisons, ` +
    `${Object.keys(glossary.sources).length} sources`,
);
