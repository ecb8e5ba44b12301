import { hasKeyboard } from './frame.ts';
import type { AttachedCard, CardPorts } from './ports.ts';

/** Stands for the card in a frame in which nothing is marked: another frame may have something for the reader's command. */
export const noCard = (passOn: CardPorts['passOn']): AttachedCard => ({
  command(name, passed = false) {
    if (!passed && hasKeyboard(window)) passOn(name);
    return false;
  },
  dismiss() {},
  show: () => false,
});
