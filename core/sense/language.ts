/**
 * A cheap look at the language of a text: small words that are English and in no neighbour language, against small
 * words of the neighbours. Good enough to leave a page alone; it names no language.
 */
const ENGLISH = /\b(?:the|of|and|is|was|with|that|this|for|are|by|from|you|your|it|have|has|his|her|their|at|be)\b/gi;
const FOREIGN =
  /\b(?:der|das|und|ist|von|mit|den|dem|ein|eine|nicht|auf|für|les|des|est|une|dans|pour|qui|sur|avec|que|los|las|del|por|con|una|para|como|il|della|che|sono|gli|het|een|van|niet|voor|och|att|som|på|og|til|av|nie|jest|dla|się|dos|uma|não|com|ve|bir|yang|dan|untuk)\b|[\u0400-\u04ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/gi;

/** How many small words of English and of other languages the first part of a text holds. */
export function languageCounts(text: string): { english: number; foreign: number } {
  const part = text.length > 600 ? text.slice(0, 600) : text;
  return { english: part.match(ENGLISH)?.length ?? 0, foreign: part.match(FOREIGN)?.length ?? 0 };
}

/** Whether the counts speak clearly for another language. */
export const isForeign = ({ english, foreign }: { english: number; foreign: number }): boolean =>
  foreign >= 3 && foreign > english;

/** Whether a declared language leaves English possible: English, unknown or undetermined. */
export function mayBeEnglish(lang: string | undefined): boolean {
  return !lang || /^(?:en|und|mul|zxx|x)(?:[-_]|$)/i.test(lang.trim());
}
