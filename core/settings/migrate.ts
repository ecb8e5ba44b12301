/**
 * Versions of what is stored. Every reader brings what it reads up to date in memory, so that no page waits for a
 * rewrite; the first change that is stored rewrites it for good.
 */

/** What a storage area holds. */
export type Held = Record<string, unknown>;

/** Key of the version, in `storage.local` and in `storage.sync`. Not there: version 0, from before it was kept. */
export const VERSION_KEY = 'version';
/** What a later version has stored waits here, under `aside:N`, for that version to come back. */
const ASIDE = 'aside:';

/** Step n brings what version n stored up to version n + 1. Gets any part of it, and must not fail on any. */
export type Step = (held: Held) => Held;

const STEPS: readonly Step[] = [
  // Version 0 left rules behind that say nothing.
  (held) =>
    Object.fromEntries(Object.entries(held).filter(([key, rule]) => !(key.startsWith('site:') && isEmpty(rule)))),
];
/** The version of this code. */
export const SCHEMA = STEPS.length;

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** The version that stored this; whatever is no whole number from 0 up counts as 0. */
export function versionOf(held: Held): number {
  const version = held[VERSION_KEY];
  return Number.isInteger(version) && (version as number) > 0 ? (version as number) : 0;
}

/** Brought up to date, without its version; `null` when a later version than this code's stored it. */
export function upToDate(held: Held, steps: readonly Step[] = STEPS): Held | null {
  const version = versionOf(held);
  if (version > steps.length) return null;
  const { [VERSION_KEY]: _, ...rest } = steps.slice(version).reduce((now, step) => step(now), held);
  return rest;
}

/**
 * All that is to be held instead of what is held now, when that is of another version than this code's; `null` when
 * nothing has to be done. What a later version stored is laid aside, and fetched back when that version returns: what
 * was changed meanwhile outweighs it. Doing it twice changes nothing more.
 */
export function settleVersion(held: Held, steps: readonly Step[] = STEPS): Held | null {
  const version = versionOf(held);
  const mine = steps.length;
  if (version === mine) return null;
  if (version > mine) {
    const laidAside = Object.entries(held).filter(([key]) => key.startsWith(ASIDE));
    const rest = Object.entries(held).filter(([key]) => !key.startsWith(ASIDE));
    return { ...Object.fromEntries(laidAside), [ASIDE + version]: Object.fromEntries(rest), [VERSION_KEY]: mine };
  }
  const { [ASIDE + mine]: waiting, ...now } = upToDate(held, steps)!;
  return { ...(isRecord(waiting) ? waiting : {}), ...now, [VERSION_KEY]: mine };
}

const isRecord = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
