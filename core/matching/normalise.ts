/** Characters that a page may use where the data writes `'` and `-`. */
export const APOSTROPHES = "'\u2018\u2019\u02bc";
export const HYPHENS = '-\u2010\u2011';

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g');
const HYPHEN = new RegExp(`[${HYPHENS}]`, 'g');

/**
 * The spelling under which a form is filed: lower case, single spaces, straight apostrophes and hyphens. Lower-casing
 * is that of ASCII alone, which never changes the length of a text or makes one letter of two.
 */
export function normalise(surface: string): string {
  return surface
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
    .replace(/\s+/g, ' ')
    .replace(APOSTROPHE, "'")
    .replace(HYPHEN, '-');
}
