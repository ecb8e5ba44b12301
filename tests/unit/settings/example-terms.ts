import type { OwnTerm } from '../../../core/settings/types.ts';

export const WALL: OwnTerm = {
  id: 'own:aaaaaaaa',
  name: 'Wall of sound',
  definition: 'Dense.',
  forms: [],
  exactCase: false,
};
export const OLFASS: OwnTerm = { ...WALL, id: 'own:bbbbbbbb', name: 'Ölfass' };
/** As the synced storage holds it. */
export const stored = ({ id, ...term }: OwnTerm) => ({ [id]: { name: term.name, definition: term.definition } });
