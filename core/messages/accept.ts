/** Checks of requests, for the receiving end of each message. */
import type { MessageName, PageState } from './types.ts';

type Accepts = (request: Record<string, unknown>) => boolean;
const anything: Accepts = () => true;
const isFlag = (value: unknown) => value === undefined || typeof value === 'boolean';
const isTermChange: Accepts = ({ term, undo }) => typeof term === 'string' && typeof undo === 'boolean';
const COMMANDS: unknown[] = ['next-term', 'previous-term', 'toggle-card'];
const isCardNews: Accepts = ({ news, from, hovered }) =>
  ['opened', 'closed', 'escape'].includes(news as string) && typeof from === 'string' && isFlag(hovered);

export const ACCEPTS: Record<MessageName, Accepts> = {
  'page:state': ({ soFar }) => isFlag(soFar),
  'page:address': anything,
  'page:marks': anything,
  'page:go-to': ({ term, index }) => typeof term === 'string' && Number.isInteger(index),
  'page:command': ({ command, passed }) => COMMANDS.includes(command) && isFlag(passed),
  'tab:command': ({ command }) => COMMANDS.includes(command),
  'tab:card': isCardNews,
  'page:card': isCardNews,
  'open:comparison': ({ terms }) => Array.isArray(terms) && terms.every((term) => typeof term === 'string'),
  'reader:not-music': isTermChange,
  'reader:never-mark': isTermChange,
  'tab:top-url': anything,
  'tab:state': anything,
  'tab:marks': anything,
};

/** Whether an answer from a page is one: it may come from an older version of the content script. */
export function isPageState(value: unknown): value is PageState {
  if (typeof value !== 'object' || value === null) return false;
  const { state, reason, terms } = value as Record<string, unknown>;
  if (state !== 'marking') return ['off', 'nothing', 'resting'].includes(state as string) && typeof reason === 'string';
  return Array.isArray(terms) && terms.every((term) => typeof term?.id === 'string' && Number.isInteger(term?.count));
}
