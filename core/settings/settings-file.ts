/** All settings as one JSON file, to keep or to take to another browser. */
import { compactRule, sparsePreferences } from './change.ts';
import { DEFAULT_PREFERENCES } from './defaults.ts';
import { type JsonFault, scanJson } from './json-scan.ts';
import { LARGEST_FILE } from './largest-file.ts';
import { isOwnId, ownTermFrom, storedOwnTerm } from './own-terms.ts';
import { siteFromText } from './site.ts';
import { areSwitches, CHECKS } from './stored.ts';
import type { OwnTerm, Preferences, Settings, SiteRule } from './types.ts';

/** Version of the file's shape. Version 1 had no own terms; all else in it reads the same. */
const VERSION = 2;
/** Most sites; most terms in a list, and of the reader's own; deepest nesting. */
const MOST_SITES = 20_000;
const MOST_TERMS = 2_000;
const DEEPEST = 6;

export interface Refusal {
  /** Path of the field, `sites.example.com.on`; empty for the file as a whole. */
  field: string;
  reason: JsonFault['reason'] | 'too-large' | 'not-json' | 'not-ours' | 'newer-version' | 'unknown' | 'wrong';
}

/** The file's text: what differs from the defaults, and nothing that ends by itself. Equal settings make equal texts. */
export function writeSettingsFile({ preferences, sites, ownTerms }: Settings): string {
  const lasting = Object.entries(sites).flatMap(([site, { pausedUntil: _, pausedUntilRestart: __, ...rule }]) => {
    const compact = compactRule(rule);
    return compact ? [[site, compact] as const] : [];
  });
  lasting.sort(([a], [b]) => (a < b ? -1 : 1));
  const file = {
    app: 'liner-notes',
    version: VERSION,
    preferences: sparsePreferences(preferences),
    sites: Object.fromEntries(lasting),
    ownTerms: Object.fromEntries(ownTerms.map((term) => [term.id, storedOwnTerm(term)])),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** All the file's settings, or the first reason to take none of it. */
export function parseSettingsFile(text: string): { settings: Settings } | { refusal: Refusal } {
  const refuse = (field: string, reason: Refusal['reason']) => ({ refusal: { field, reason } });
  if (text.length > LARGEST_FILE) return refuse('', 'too-large');
  const fault = scanJson(text, DEEPEST);
  if (fault) return { refusal: fault };
  let file: unknown;
  try {
    // Editors on Windows put a byte-order mark first.
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('', 'not-json');
  }
  if (!isRecord(file) || file.app !== 'liner-notes') return refuse('app', 'not-ours');
  const { version } = file;
  if (version !== 1 && version !== VERSION)
    return refuse('version', Number(version) > VERSION ? 'newer-version' : 'wrong');

  const { app: _, version: __, preferences = {}, sites = {}, ownTerms = {}, ...others } = file;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return refuse(stranger, 'unknown');
  if (!isRecord(preferences)) return refuse('preferences', 'wrong');
  if (!isRecord(sites)) return refuse('sites', 'wrong');
  if (Object.keys(sites).length > MOST_SITES) return refuse('sites', 'too-many');

  for (const [name, value] of Object.entries(preferences)) {
    const field = `preferences.${name}`;
    if (!Object.hasOwn(CHECKS, name)) return refuse(field, 'unknown');
    if (!CHECKS[name as keyof Preferences](value)) return refuse(field, 'wrong');
    if (Array.isArray(value) && value.length > MOST_TERMS) return refuse(field, 'too-many');
    if (Array.isArray(value) && !value.every(isTermId)) return refuse(field, 'wrong');
  }
  for (const [site, rule] of Object.entries(sites)) {
    const field = `sites.${site}`;
    if (siteFromText(site) !== site) return refuse(field, 'wrong');
    const wrong = wrongInRule(rule);
    if (wrong !== undefined) return refuse(wrong ? `${field}.${wrong}` : field, 'wrong');
  }
  const own = readOwnTerms(ownTerms);
  if ('refusal' in own) return own;
  return {
    settings: {
      preferences: { ...DEFAULT_PREFERENCES, ...preferences },
      sites: sites as Record<string, SiteRule>,
      ownTerms: own.terms,
      pausedTabs: [],
    },
  };
}

/**
 * Every term of a file, or the first that cannot be taken. Each is checked by itself, as where it is stored: what devices
 * have brought together may share a spelling, and be more than one of them lets its reader add.
 */
function readOwnTerms(listed: unknown): { terms: OwnTerm[] } | { refusal: Refusal } {
  const refuse = (field: string, reason: Refusal['reason']) => ({ refusal: { field, reason } });
  if (!isRecord(listed)) return refuse('ownTerms', 'wrong');
  if (Object.keys(listed).length > MOST_TERMS) return refuse('ownTerms', 'too-many');
  const terms: OwnTerm[] = [];
  for (const [id, value] of Object.entries(listed)) {
    const term = ownTermFrom(id, value);
    if ('fault' in term) return refuse(term.fault ? `ownTerms.${id}.${term.fault}` : `ownTerms.${id}`, 'wrong');
    terms.push(term);
  }
  return { terms: terms.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id of an entry or of an own term; short, so that a list of them fits the synced storage. */
const isTermId = (value: unknown): boolean =>
  isOwnId(value) || (typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 60);

const RULE_CHECKS: Record<string, (value: unknown) => boolean> = {
  on: (value) => typeof value === 'boolean',
  subdomains: (value) => typeof value === 'boolean',
  gaveWay: (value) => areSwitches(value) && Object.keys(value).every((site) => siteFromText(site) === site),
  notMusicHere: (value) => Array.isArray(value) && value.length <= MOST_TERMS && value.every(isTermId),
};

/** The first field of a rule that is not sound; empty when it is no rule at all. */
function wrongInRule(rule: unknown): string | undefined {
  if (!isRecord(rule)) return '';
  return Object.entries(rule).find(
    ([name, value]) => !(Object.hasOwn(RULE_CHECKS, name) && RULE_CHECKS[name]!(value)),
  )?.[0];
}
