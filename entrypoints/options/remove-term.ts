import type { SettingsEditor } from '../../core/settings/edit.ts';
import type { Settings } from '../../core/settings/types.ts';

/** Takes one of the reader's own terms away, and from wherever it was silenced. Answers whether it is gone. */
export async function removeTerm(edit: SettingsEditor, { sites, preferences }: Settings, id: string): Promise<boolean> {
  if (!(await edit.removeOwnTerm(id))) return false;
  const without = (ids: readonly string[] = []) => ids.filter((one) => one !== id);
  const silent = Object.keys(sites).filter((site) => sites[site]?.notMusicHere?.includes(id));
  if (silent.length) await edit.changeSites(silent, (rule) => ({ ...rule, notMusicHere: without(rule.notMusicHere) }));
  if (preferences.mutedTerms.includes(id)) await edit.setPreference('mutedTerms', without);
  return true;
}
