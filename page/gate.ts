/** One cheap look at a text before anything is walked, in slices when it is long. */
import type { Judge } from '../core/sense/types.ts';

/** UTF-16 code units looked at in one go. */
const STRETCH = 262_144;
/** Longer than any form: what stretches overlap by. */
const OVERLAP = 64;

/** True when the text may hold something to mark. `pause` is awaited between two stretches. */
export async function passesGate(judge: Judge, text: string, pause: () => Promise<void>): Promise<boolean> {
  for (let from = 0; from < text.length; from += STRETCH) {
    if (from > 0) await pause();
    const stretch = text.length <= STRETCH ? text : text.slice(Math.max(0, from - OVERLAP), from + STRETCH);
    if (judge.gate(stretch)) return true;
  }
  return false;
}
