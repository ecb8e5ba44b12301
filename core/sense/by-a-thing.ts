/** “Produced by striking”, “produced by glands”: what comes after `by` when nobody is credited. */

/** Words in small letters with which a person or a band begins. */
const PERSON = new Set(
  (
    'a an the her his its their my our your this that these those him himself herself themselves itself me us them ' +
    'you both two three four five six various several many multiple different other another someone somebody ' +
    'everyone anyone former fellow local producer producers composer songwriter singer engineer guitarist drummer ' +
    'bassist rapper longtime long-time frequent legendary veteran acclaimed famed renowned'
  ).split(' '),
);

/** How surely a thing follows, from 0 (a name, a person) to 1 (a way of doing), by the word after `by`. */
export function thingAfter(word: string): number {
  if (!/^[a-z]/.test(word) || PERSON.has(word)) return 0;
  return /ing$/.test(word) ? 1 : 0.6;
}
