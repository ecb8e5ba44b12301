/** What a stranger may send us: every message of ours as we send it ourselves, the same bent, and anything at all. */
import fc from 'fast-check';
import { ACCEPTS } from '../../../core/messages/accept.ts';
import type { MessageName, Request } from '../../../core/messages/types.ts';

/** A request of each message that would be obeyed, were it ours. */
const OBEYED: { [Name in MessageName]: Request<Name> } = {
  'page:state': {},
  'page:address': {},
  'page:marks': {},
  'page:go-to': { term: 'mastering-engineer', index: 0 },
  'page:command': { command: 'next-term', passed: true },
  'tab:command': { command: 'toggle-card' },
  'tab:card': { news: 'opened', from: 'stranger' },
  'page:card': { news: 'escape', from: 'stranger' },
  'open:comparison': { terms: ['producer', 'mastering-engineer'] },
  'tab:top-url': {},
  'tab:state': {},
  'tab:marks': {},
  'reader:not-music': { term: 'mastering-engineer', undo: false },
  'reader:never-mark': { term: 'mastering-engineer', undo: false },
};

const name = fc.constantFrom(...(Object.keys(ACCEPTS) as MessageName[]));
const obeyed = name.map((name) => ({ ...OBEYED[name], name }));
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', 'on', 'off', -1, 1e308, null, true),
);
const key = fc.oneof(
  fc.constantFrom('name', 'term', 'undo', 'index', 'command', 'news', 'from', 'terms', 'state', 'id', '__proto__'),
  fc.string({ maxLength: 8 }),
);
/** One member of a message of ours is another one. */
const bent = fc
  .tuple(obeyed, key, value)
  .map(([message, key, value]) => JSON.parse(JSON.stringify({ ...message, [key]: value })));

const payload: fc.Arbitrary<unknown> = fc.oneof(obeyed, bent, fc.dictionary(key, value), value);

/** All that would be obeyed, and `count` more at random, the same for the same seed; JSON-able. */
export function payloads(seed: number, count: number): unknown[] {
  const all = Object.entries(OBEYED).map(([name, request]) => ({ ...request, name }));
  return JSON.parse(JSON.stringify([...all, ...fc.sample(payload, { seed, numRuns: count })]));
}
