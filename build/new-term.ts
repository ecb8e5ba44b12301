/** The file that an editor starts an entry from: it validates as it stands, and says in comments what goes where. */
import { PLACEHOLDER } from '../core/glossary/editorial.ts';
import { KINDS } from '../core/glossary/kinds.ts';

export interface NewTerm {
  id: string;
  /** By default the id with a capital: `vocal-coach` → "Vocal coach". */
  name?: string;
  /** Another entry owns the id's own words as a form, so that this one may not. */
  owned: boolean;
  /** YYYY-MM-DD */
  today: string;
}

/** The YAML of an entry still to be written. */
export function newTerm({ id, name, owned, today }: NewTerm): string {
  const words = id.replaceAll('-', ' ');
  return `# yaml-language-server: $schema=../schema/term.json
id: ${id}
name: ${JSON.stringify(name ?? words.charAt(0).toUpperCase() + words.slice(1))}
# ${KINDS.join(', ')}
kind: role
# One sentence that a newcomer understands without another entry, at most 160 characters.
definition: ${PLACEHOLDER}.
# As written on a page, plurals too. Level: 0 mark anywhere, 1 mostly music, 2 needs context, 3 strong context only.
forms:
  - { text: ${JSON.stringify(words)}, level: 2${owned ? ', secondary: true' : ''} }
# At least two, each one idea in our own words, with sources from sources.yml.
facts:
  - text: ${PLACEHOLDER}.
    sources: [mb]
  - text: ${PLACEHOLDER} as well.
    sources: [mb]
# Ids of what it is taken for; those entries must name this one in turn.
confusedWith: []
checked: ${today}
`;
}
