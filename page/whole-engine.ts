import { gateInPieces } from '../core/sense/gate.ts';
import type { Judge } from '../core/sense/types.ts';
import { Engine, type EngineOptions } from './engine.ts';
import type { AllMarks } from './guarded-marks.ts';
import { Marker } from './marker.ts';
import type { MarkOptions } from './types.ts';

export interface WholeEngineOptions extends Omit<EngineOptions, 'gate' | 'marker'> {
  judge: Judge;
  marking: MarkOptions;
  /** Gets the marks when the gate has opened, before there are any. Marking waits for what it promises, and fails with it. */
  opened?(marks: AllMarks): void | Promise<void>;
}

/** An engine with all that it may need at hand, where nothing has to be brought: on our own pages. */
export function wholeEngine({ judge, marking, opened, ...options }: WholeEngineOptions): Engine {
  return new Engine({
    ...options,
    gate: gateInPieces,
    async marker(host) {
      const marker = new Marker(judge, marking, host);
      await opened?.(marker.marks);
      return marker;
    },
  });
}
