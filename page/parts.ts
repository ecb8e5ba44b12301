/**
 * How what marks a document comes to the script that asks its gate. Both live in the extension's own world of that
 * document, where one leaves what it offers on the global object and the other takes it: the page sees neither.
 */

import { inTime } from '../core/in-time.ts';
import type { OwnGate } from '../core/sense/own-gate.ts';
import type { OwnTerm } from '../core/settings/types.ts';
import type { AttachedCard, CardPorts } from './card/ports.ts';
import type { Marker, MarkerHost } from './marker.ts';
import type { MarkOptions } from './types.ts';

/** Whatever is needed on a page with something to mark, and on no other. */
export interface Parts {
  /** The kind of a term, as the settings name kinds. */
  kindOf(term: string): string;
  /** @param own the gate that was asked for the reader's own terms, when there are any. */
  marker(options: MarkOptions, host: MarkerHost, own: OwnGate | null): Marker;
  card(ports: Omit<CardPorts, 'table'>, own: readonly OwnTerm[]): AttachedCard;
}

const OFFERED = Symbol.for('liner-notes: what marks this document');
const ASKED = Symbol.for('liner-notes: who waits for what marks this document');
interface World {
  [OFFERED]?: Parts;
  [ASKED]?: (parts: Parts) => void;
}

/** How long the parts are waited for, in ms: the browser may start a process to bring them. */
const PATIENCE = 10_000;

export function offerParts(parts: Parts): void {
  const world = globalThis as World;
  world[OFFERED] = parts;
  world[ASKED]?.(parts);
}

/**
 * @param bring has the parts put into this document, unless they are there; resolves when that is done.
 * @throws when it could not be done, or not in time.
 */
export function takeParts(bring: () => Promise<unknown>): Promise<Parts> {
  const world = globalThis as World;
  return new Promise((resolve, reject) => {
    if (world[OFFERED]) resolve(world[OFFERED]);
    else {
      // Once they are in the document they are there: nobody waits for word of it.
      world[ASKED] = resolve;
      inTime(bring(), PATIENCE).then(() => reject(new Error('what marks the page could not be brought')), reject);
    }
  });
}
