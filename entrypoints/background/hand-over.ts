import type { SiteEditor } from '../../core/settings/edit-site.ts';
import { quietly } from './quietly.ts';

/** How long after the background has begun, in ms: behind whatever it was woken for. */
const LATER = 5_000;

/**
 * Syncs what was kept here in a window that is closed by now, and its timers with it: once in each life of the
 * background, which is never woken for it.
 */
export function handOverLater(edit: Pick<SiteEditor, 'handOver'>): void {
  setTimeout(() => quietly(edit.handOver()), LATER);
}
