/** “Producer, Engineer” under a name, “Tess Ward – producer/mixer”: a line that lists roles of music and nothing else. */

/** A longer line is a sentence. UTF-16 code units. */
const LONGEST = 70;

const ROLE =
  /^(?:(?:co-|executive |additional |assistant |lead )?(?:(?:record|music|vocal|recording|mixing|mix|mastering|sound|audio|studio) )?(?:producer|engineer|mixer|composer|songwriter|arranger|lyricist|remixer|musician|multi-instrumentalist|instrumentalist|vocalist|singer|rapper|guitarist|bassist|drummer|keyboardist|pianist|percussionist|beatmaker|orchestrator|conductor|programmer|dj)|production|engineering|recording|programming|mixing|mastering|vocals|guitars?|bass|drums|keyboards)s?$/i;
/** At home in other trades as well: these prove nothing unless others are listed … */
const SHARED = /(?:programmer|production|engineering|recording|programming)s?$/i;
/** … that are not these, which alone prove something only together. */
const HALF = /(?:producer|engineer)s?$/i;
/** The name before a list: “Tess Ward – …”. */
const NAME = /^(?:[A-Z][\w.’'-]*\.? ){1,4}?(?:[-–—|:·] ?|\()/;

/** Whether a line lists roles that make a record and no others: a producer and an engineer meet in studios only. */
export function listsRoles(text: string): boolean {
  if (text.length > LONGEST || !/[,/&|·•]|\band\b/.test(text)) return false;
  const list = text.trim().replace(NAME, '').replace(/[).]$/, '');
  const roles = list.split(/\s*(?:,? and |[,/&|·•])\s*/);
  if (roles.length < 2 || !roles.every((role) => ROLE.test(role))) return false;
  const kinds = new Set(roles.map((role) => role.toLowerCase().replace(/s$/, '').replace(/^.* /, '')));
  const own = [...kinds].filter((kind) => !SHARED.test(kind));
  return own.length > 1 || (kinds.size > 1 && own.some((kind) => !HALF.test(kind)));
}
