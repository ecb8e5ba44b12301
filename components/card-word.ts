/** The card's words: the same messages and the same checked keys as on our pages, but bundled into the content script. */
import words from 'virtual:card-words';
import type { GeneratedI18nStructure } from '#i18n';
import type { Kind, Scope } from '../core/glossary/schema.ts';
import type { Reason } from '../core/sense/reason.ts';

type Key = Extract<keyof GeneratedI18nStructure, `${'card' | 'why' | 'kind' | 'scope'}.${string}`>;
/** As many as the message has `$1`, `$2` … */
type Substitutions<K extends Key> = {
  0: [];
  1: [string | number];
  2: [string | number, string | number];
}[GeneratedI18nStructure[K]['substitutions']];

/** A message of the card with its `$1` … filled in. */
export function word<K extends Key>(key: K, ...substitutions: Substitutions<K>): string {
  const values: readonly (string | number)[] = substitutions;
  return words[key]!.replace(/\$(\d)/g, (_, number: string) => String(values[Number(number) - 1]));
}

export const kindName = (kind: Kind): string => word(`kind.${kind}`);

/** Message names hold no hyphen. */
export const scopeName = (scope: Scope): string => word(scope === 'hip-hop' ? 'scope.hipHop' : `scope.${scope}`);

/** Why the word is marked, in one sentence. */
export function reasonText(reason: Reason): string {
  switch (reason.why) {
    case 'hardlyElse':
    case 'nearlyAlways':
      return word(`why.${reason.why}`, reason.surface);
    case 'words':
      return word('why.words', reason.words.join(', '));
    case 'otherWords':
      return word('why.otherWords', reason.subject, reason.words.join(', '));
    default:
      return word(`why.${reason.why}`);
  }
}
