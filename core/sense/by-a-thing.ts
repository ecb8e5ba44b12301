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

/** 1 when a thing follows rather than a name or a person, by the word after `by`; else 0. */
export const thingAfter = (word: string): number => (/^[a-z]/.test(word) && !PERSON.has(word) ? 1 : 0);

/** “Produced by the command”, “by an oscillator”: what makes things without being anybody. */
const BY_A_THING =
  /^ (?:the |an? |this |that |its |each |your )?(?:\ufffc|(?:[a-z]+ )?(?:commands?|functions?|programs?|software|systems?|engines?|machines?|devices?|units?|oscillators?|filters?|generators?|plug-?ins?|effects?|strings?|pipes?|speakers?|loudspeakers?|computers?|processors?|circuits?|sensors?|scripts?|tools?|methods?|process(?:es)?|algorithms?|models?|factor(?:y|ies)|plants?|companies|reactors?|glands?|cells?|animals?|cows?|bees|trees?|bacteria)(?![\w'’]))/;

/** Whether what follows `by` at the end of a form is a way of doing: nobody is credited at all. */
export const isByDoing = (text: string, end: number): boolean => {
  const after = text.slice(end, end + 40);
  return /^ (?:[a-z]{2,}ing|means|hand|default|ear|which|design)(?![\w'’])/.test(after) || BY_A_THING.test(after);
};
