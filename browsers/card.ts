import { isMarked } from './marks-of.ts';
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

/** Boxes without a meaning of their own: engines differ in them, assistive technology passes over them. */
const MEANINGLESS = ['generic', 'none', 'InlineTextBox', 'text container', 'LineBreak', 'ListMarker'];

/**
 * The open card's accessibility tree, a line a node, indented: `role "name" [states] (description)`. Boxes without a
 * meaning are left out, their content is not. Empty when no card is open.
 */
export async function accessibleTree(tab: Tab): Promise<string[]> {
  const nodes = await tab.accessibility();
  const card = subtree(
    nodes,
    nodes.findIndex((node) => CARD_ROLES.includes(node.role)),
  );
  const lines: string[] = [];
  /** Depths of the nodes around the present one that have a line. */
  const around: number[] = [];
  for (const { role, name, description, states, depth } of card) {
    while (around.length > 0 && around.at(-1)! >= depth) around.pop();
    if (MEANINGLESS.includes(role) || (role === 'StaticText' && name.trim() === '')) continue;
    const said = [
      role,
      JSON.stringify(name),
      states.length > 0 && `[${states.join(' ')}]`,
      description && `(${description})`,
    ];
    lines.push('  '.repeat(around.length) + said.filter(Boolean).join(' '));
    around.push(depth);
  }
  return lines;
}

/**
 * Moves the pointer onto a word of a page that is marked, rests there, and reads the card that opens.
 * @throws when none opens in time.
 */
export async function restOn(tab: Tab, word: string): Promise<string[]> {
  // A pointer that rests there before the marks have come hears nothing of them.
  await tab.waitFor(isMarked);
  const { x, y } = await tab.evaluate(pointOf, word);
  await tab.move(x, y + 80);
  await tab.move(x, y, 6);
  return until(async () => {
    const card = await readCard(tab);
    return card.length > 0 && card;
  }, `a card on “${word}”`) as Promise<string[]>;
}
