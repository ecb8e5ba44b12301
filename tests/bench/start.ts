/** Runs in an empty page: all that the content script does there until it finds that there is nothing to do. */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../core/sense/judge.ts';
import { attachCard } from '../../page/card/attach.ts';
import { Engine } from '../../page/engine.ts';

const { signal } = new AbortController();
const marking = { density: 'every', markStyle: 'dotted', wants: () => true } as const;
const engine = new Engine({ judge: createJudge(matchTable), marking, signal });
Object.assign(globalThis, { attachCard, cardTable });
engine.start();
