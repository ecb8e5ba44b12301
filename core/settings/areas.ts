/** Reading and writing the two storage areas, for `editing` alone: strict where pages are lenient. */
import { compactRule } from './change.ts';
import { heldOwnTerms, heldPreferences, isDefault } from './held-settings.ts';
import { type Held, SCHEMA, settleVersion, VERSION_KEY, versionOf } from './migrate.ts';
import { OWN_PREFIX } from './own-terms.ts';
import { answered, type SettingsStorage } from './storage.ts';
import {
  CHECKS,
  isUnshared,
  OWN_HERE,
  PREFERENCE_KEYS,
  PREFERENCE_NAMES,
  PREFERENCE_PREFIX,
  SITE_PREFIX,
  SYNC,
  settingsFrom,
} from './stored.ts';
import type { SyncPace } from './sync-pace.ts';
import type { Preferences, Settings, SiteRule } from './types.ts';

/** Every method rejects when the storage fails or does not answer in time. */
export class Areas {
  readonly #storage: SettingsStorage;
  readonly #pace: SyncPace;
  readonly #kept: (why: 'too-quick' | 'refused') => void;
  #isSettled = false;

  /** @param kept hears that something was kept here that is to be synced. */
  constructor(storage: SettingsStorage, pace: SyncPace, kept: (why: 'too-quick' | 'refused') => void) {
    this.#storage = storage;
    this.#pace = pace;
    this.#kept = kept;
  }

  /** Of `storage.local`: these keys, or all. */
  local(keys: string[] | null): Promise<Held> {
    return answered(() => this.#storage.local.get(keys));
  }
  sync(): Promise<Held> {
    return answered(() => this.#storage.sync.get(null));
  }
  set(items: Held): Promise<void> {
    return answered(() => this.#storage.local.set(items));
  }
  remove(keys: string[]): Promise<void> {
    return answered(() => this.#storage.local.remove(keys));
  }

  /** Rewrites what another version of the extension stored; once. */
  async settle(): Promise<void> {
    if (this.#isSettled) return;
    if (versionOf(await this.local([VERSION_KEY])) !== SCHEMA) {
      const held = await this.local(null);
      const next = settleVersion(held);
      if (next) await this.replace(held, next);
    }
    this.#isSettled = true;
  }

  /** One write makes it hold, all or nothing; what is left of the old keys says nothing and is swept away after. */
  async replace(old: Held, next: Held): Promise<void> {
    const gone = Object.keys(old).filter((key) => !Object.hasOwn(next, key));
    await this.set({ ...Object.fromEntries(gone.map((key) => [key, null])), ...next });
    if (gone.length) await succeeds(this.remove(gone));
  }

  /** Settings as these local keys (or all) and the synced storage have them; `shared`: whether the latter is ours to write. */
  async read(keys: string[] | null): Promise<{ settings: Settings; held: Held; shared: boolean }> {
    const held = await this.local(keys && [...keys, SYNC, VERSION_KEY]);
    const synced = held[SYNC] === false ? {} : await this.sync();
    const { settings } = settingsFrom(held, synced);
    return { settings, held, shared: held[SYNC] !== false && versionOf(synced) <= SCHEMA };
  }

  /** The rules of these sites that are held under their own names. */
  async sites(sites: readonly string[]): Promise<Record<string, SiteRule>> {
    return settingsFrom(await this.local([...sites.map((site) => SITE_PREFIX + site), VERSION_KEY]), {}).settings.sites;
  }

  async writeSites(rules: Record<string, SiteRule | undefined>): Promise<void> {
    const held: Held = {};
    const gone: string[] = [];
    for (const [site, rule] of Object.entries(rules)) {
      const compact = rule && compactRule(rule);
      if (compact) held[SITE_PREFIX + site] = compact;
      else gone.push(SITE_PREFIX + site);
    }
    // With others to write, `null` stands for no rule: so all of it holds at once.
    if (Object.keys(held).length) await this.set({ ...held, ...Object.fromEntries(gone.map((key) => [key, null])) });
    if (gone.length) await this.remove(gone);
  }

  /** Into the synced storage; kept here, where it outweighs the synced one, when that is off, full, too quick or gone. */
  async writePreference(name: keyof Preferences, value: unknown, shared: boolean): Promise<void> {
    const key = PREFERENCE_PREFIX + name;
    const byDefault = isDefault(name, value);
    const isShared = shared && (await this.#share(byDefault ? {} : { [key]: value }, byDefault ? [key] : []));
    if (isShared || (!shared && byDefault)) await this.remove([key]);
    else await this.set({ [key]: value });
  }

  /** @param value as stored; `false`: gone. */
  async writeOwnTerm(id: string, value: Held | false): Promise<void> {
    const { held, shared } = await this.read([OWN_HERE]);
    const { [id]: _, ...others } = recordOf(held[OWN_HERE]);
    const isShared = shared && (await this.#share(value ? { [id]: value } : {}, value ? [] : [id]));
    const here = isShared || (!shared && !value) ? others : { ...others, [id]: value };
    await (Object.keys(here).length ? this.set({ [OWN_HERE]: here }) : this.remove([OWN_HERE]));
  }

  /** Makes the synced storage hold these, and this device nothing of its own; what does not go stays, and holds here. */
  async shareAll({ preferences, ownTerms }: Settings): Promise<void> {
    const items = { ...heldPreferences(preferences), ...heldOwnTerms(ownTerms) };
    const isOurs = (key: string) => key.startsWith(OWN_PREFIX) || PREFERENCE_KEYS.includes(key);
    const gone = Object.keys(await this.sync()).filter((key) => isOurs(key) && !Object.hasOwn(items, key));
    if (await this.#share(items, gone)) await this.remove([...PREFERENCE_KEYS, OWN_HERE]);
  }

  /** Whether anything is kept here, though it is to be synced. What a later version stored waits for a change. */
  async keepsAny(): Promise<boolean> {
    const held = await this.local([...PREFERENCE_KEYS, OWN_HERE, SYNC, VERSION_KEY]);
    return versionOf(held) <= SCHEMA && isUnshared(held);
  }

  /** Moves what is kept here, though it is to be synced, to where it belongs. */
  async handOver(): Promise<void> {
    const { held, shared } = await this.read([...PREFERENCE_KEYS, OWN_HERE]);
    if (!shared) return;
    const items: Held = {};
    const gone: string[] = [];
    for (const name of PREFERENCE_NAMES) {
      const key = PREFERENCE_PREFIX + name;
      if (!CHECKS[name](held[key])) continue;
      if (isDefault(name, held[key])) gone.push(key);
      else items[key] = held[key];
    }
    for (const [id, value] of Object.entries(recordOf(held[OWN_HERE]))) {
      if (value === false) gone.push(id);
      else items[id] = value;
    }
    const isAny = gone.length > 0 || Object.keys(items).length > 0;
    if (isAny && (await this.#share(items, gone))) await this.remove([...PREFERENCE_KEYS, OWN_HERE]);
  }

  /** True when all of it was written to the synced storage. */
  async #share(items: Held, gone: string[]): Promise<boolean> {
    const { sync } = this.#storage;
    const isAny = Object.keys(items).length > 0;
    if (!this.#pace.take(Number(isAny) + Number(gone.length > 0))) {
      this.#kept('too-quick');
      return false;
    }
    const isDone =
      (!isAny || (await succeeds(answered(() => sync.set({ ...items, [VERSION_KEY]: SCHEMA }))))) &&
      (!gone.length || (await succeeds(answered(() => sync.remove(gone)))));
    if (!isDone) this.#kept('refused');
    return isDone;
  }
}

const recordOf = (value: unknown): Held => (typeof value === 'object' && value !== null ? (value as Held) : {});

export async function succeeds(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch {
    return false;
  }
}
