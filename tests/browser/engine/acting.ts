/** In a page of a test: the content script's doings with an extension's API around it that the test holds in its hand. */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { cardTableWith } from '../../../core/card/own-terms.ts';
import type { MessageName, Reply, Request } from '../../../core/messages/types.ts';
import { createJudge } from '../../../core/sense/judge.ts';
import { withOwnTerms } from '../../../core/sense/own-terms.ts';
import { act, type Extension } from '../../../page/act.ts';
import { attachCard } from '../../../page/card/attach.ts';
import { Marker } from '../../../page/marker.ts';
import { offerParts } from '../../../page/parts.ts';

const ID = 'lab';
type Heard = Parameters<Extension['runtime']['onMessage']['addListener']>[0];
type Changed = Parameters<Extension['storage']['onChanged']['addListener']>[0];

/**
 * @param bring answers the content script's wish for what marks; may call what it is given to bring it.
 * @param wasAhead whether the page was loaded before it was opened.
 */
export function acting(bring: (offer: () => void) => Promise<unknown>, wasAhead = false) {
  const life = new AbortController();
  const judge = createJudge(matchTable);
  const sent: string[] = [];
  const stored: Record<string, unknown> = {};
  let heard: Heard | undefined;
  let changed: Changed | undefined;
  const offer = () =>
    offerParts({
      kindOf: (term) => cardTable().terms[term]?.kind ?? 'role',
      marker: (options, host, own) => new Marker(own ? withOwnTerms(judge, own) : judge, options, host),
      card: (ports, own) => attachCard({ ...ports, table: () => cardTableWith(cardTable(), own) }),
    });
  const nothing = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  const extension: Extension = {
    runtime: {
      id: ID,
      async sendMessage(message) {
        const { name } = message as { name: string };
        sent.push(name);
        return name === 'tab:marks' ? bring(offer) : null;
      },
      onMessage: {
        addListener(listener) {
          heard = listener;
        },
        removeListener() {},
      },
    },
    storage: {
      local: { ...nothing, get: async () => ({ ...stored }) },
      sync: nothing,
      onChanged: {
        addListener(listener) {
          changed = listener;
        },
        removeListener() {},
      },
    },
  };
  act(extension, life.signal, () => true, wasAhead);
  return {
    life,
    /** Names of the messages to the background. */
    sent,
    /** What it answers to a message of the extension's own. */
    ask: <Name extends MessageName>(name: Name, request: Request<Name>): Promise<Reply<Name>> =>
      new Promise((reply) => heard!({ ...request, name }, { id: ID }, reply as (answer: unknown) => void)),
    /** Another part of the extension stores something. */
    store(items: Record<string, unknown>): void {
      Object.assign(stored, items);
      changed!(items, 'local');
    },
  };
}
