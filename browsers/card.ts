import { pointOf } from './point-of.ts';
import type { AccessibleNode, Tab } from './types.ts';
import { until } from './wait.ts';

const CARD_ROLES = ['dialog', 'tooltip'];

/** The subtree of a node in the flat list of an accessibility tree, itself first. */
function subtree(nodes: AccessibleNode[], at: number): AccessibleNode[] {
  const root = nodes[at];
  if (!root) return [];
  const end = nodes.findIndex((node, index) => index > at && node.depth <= root.depth);
  return nodes.slice(at, end === -1 ? undefined : end);
}

/** What assistive technology gets of the open card, line by line (`role: name`); empty when no card is open. */
export async function readCard(tab: Tab): Promise<string[]> {
  const nodes = await tab.accessibility();
  const at = nodes.findIndex((node) => CARD_ROLES.includes(node.role));
  if (at === -1) return [];
  return subtree(nodes, at)
    .filter((node) => node.name.trim() !== '')
    .map((node) => `${node.role}: ${node.name.trim()}`);
}

/** Moves the pointer onto a word, rests there, and reads the card that opens. @throws when none opens in time. */
export async function restOn(tab: Tab, word: string): Promise<string[]> {
  const { x, y } = await tab.evaluate(pointOf, word);
  await tab.move(x, y + 80);
  await tab.move(x, y, 6);
  return until(async () => {
    const card = await readCard(tab);
    return card.length > 0 && card;
  }, `a card on “${word}”`) as Promise<string[]>;
}
