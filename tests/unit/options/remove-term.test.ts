import { expect, it } from 'vitest';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { readSettings } from '../../../core/settings/storage.ts';
import { removeTerm } from '../../../entrypoints/options/remove-term.ts';
import { WALL } from '../settings/example-terms.ts';
import { memoryStorage } from '../settings/memory-storage.ts';
import { queue } from '../settings/queue.ts';

it('leaves nothing of a term behind where it was silenced', async () => {
  const storage = memoryStorage();
  const edit = settingsEditor(storage, queue());
  await edit.setOwnTerm(WALL);
  await edit.setPreference('mutedTerms', () => ['mix', WALL.id]);
  await edit.changeSites(['a.example', 'b.example'], () => ({ notMusicHere: [WALL.id] }));
  await edit.changeSite('b.example', (rule) => ({ ...rule, on: false }));
  expect(await removeTerm(edit, await readSettings(storage), WALL.id)).toBe(true);
  expect(storage.held).toEqual({
    local: { version: 1, 'site:b.example': { on: false } },
    sync: { version: 1, 'pref:mutedTerms': ['mix'] },
  });
});
