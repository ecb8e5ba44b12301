/** What the reader's doings with a card bring about beyond the page: told to the background. */
import type { Undo } from '../../components/Card.tsx';
import { type Post, send } from '../../core/messages/send.ts';
import type { CardPorts } from './ports.ts';

export function cardActions(
  post: Post,
  look: CardPorts['look'],
): Pick<CardPorts, 'look' | 'openComparison' | 'passOn' | 'notMusicHere' | 'neverMark'> {
  /** The background stores it, and every page hears of it from there. Answers with the way back. */
  const silence = (name: 'reader:not-music' | 'reader:never-mark', term: string): Undo => {
    const stored = send(post, name, { term, undo: false }).then((reply) => reply?.done ?? false);
    return Object.assign(() => void send(post, name, { term, undo: true }), { stored });
  };
  return {
    look,
    openComparison: (terms) => void send(post, 'open:comparison', { terms }),
    passOn: (command) => void send(post, 'tab:command', { command }),
    notMusicHere: (term) => silence('reader:not-music', term),
    neverMark: (term) => silence('reader:never-mark', term),
  };
}
