/** What this document answers to the messages of the extension's other parts. */
import type { Answers } from '../core/messages/listen.ts';
import type { PageState } from '../core/messages/types.ts';
import type { CardFrames } from './card/frames.ts';
import type { AttachedCard } from './card/ports.ts';
import { contextOf } from './context.ts';
import type { Engine } from './engine.ts';

/** What is at work while the site is on. */
export interface Work {
  engine: Engine;
  /** The real one comes with what marks. */
  card: AttachedCard;
  /** Hears what the other frames tell of theirs. */
  frames: CardFrames;
}

export interface Asked {
  /** Null while the site is off. */
  work(): Work | null;
  /** Until then nobody can say what is so on this page. */
  isDecided: Promise<void>;
  /** What is so, as far as is known. */
  stateSoFar(): Promise<PageState>;
  /** The same when all has been read for it. */
  stateInFull(): Promise<PageState>;
}

export function answers({ work, isDecided, stateSoFar, stateInFull }: Asked): Answers {
  return {
    'page:state': ({ soFar }) => (soFar ? stateSoFar() : stateInFull()),
    'page:address': () => ({ url: location.href }),
    async 'page:marks'() {
      await isDecided;
      await work()?.engine.completion.readAll(Number.POSITIVE_INFINITY);
      const found = work()?.engine.marks?.every() ?? [];
      return { marks: found.map(contextOf), scanMs: work()?.engine.scanMs ?? 0 };
    },
    async 'page:go-to'({ term, index }) {
      await isDecided;
      await work()?.engine.completion.readAll();
      const found = work()?.engine.marks?.every(term) ?? [];
      const target = found[((index % found.length) + found.length) % found.length];
      return { found: target ? (work()?.card.show(target) ?? false) : false };
    },
    async 'page:command'({ command, passed }) {
      await isDecided;
      // The next word may stand where nothing was read yet.
      if (command !== 'toggle-card') await work()?.engine.completion.readAll();
      return { done: work()?.card.command(command, passed) ?? false };
    },
    'page:card'(news) {
      work()?.frames.hear(news);
      return { heard: work() !== null };
    },
  };
}
