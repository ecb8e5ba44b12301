import type { Preferences } from './types.ts';

/** Size of the card's text by preference, in per cent of 15 px. */
export const TEXT_SIZES: Record<Preferences['cardSize'], number> = {
  small: 80,
  normal: 100,
  large: 125,
  larger: 150,
  largest: 200,
};
