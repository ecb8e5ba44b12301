/**
 * What marks a page and shows its cards, with the glossary's tables. Most frames never need it: the content script
 * (gate.ts) has it put into those in whose text there is something to mark. docs/decisions/0205-the-gate-first.md.
 */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardTableWith } from '../core/card/own-terms.ts';
import { createJudge } from '../core/sense/judge.ts';
import { withOwnTerms } from '../core/sense/own-terms.ts';
import { attachCard } from '../page/card/attach.ts';
import { Marker } from '../page/marker.ts';
import { offerParts } from '../page/parts.ts';

export default defineUnlistedScript(() => {
  const judge = createJudge(matchTable);
  offerParts({
    kindOf: (term) => cardTable().terms[term]?.kind ?? 'role',
    marker: (options, host, own) => new Marker(own ? withOwnTerms(judge, own) : judge, options, host),
    card: (ports, own) => attachCard({ ...ports, table: () => cardTableWith(cardTable(), own) }),
  });
});
