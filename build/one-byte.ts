import type { Plugin } from 'vite';

/** In every frame, or in every page with something to mark. */
const IN_PAGES = /^(?:gate|marks)\.js$/;

/**
 * Writes what the scripts in pages hold beyond ASCII as escapes: one such character has Chromium keep the whole script at
 * two bytes a character, and read it more slowly.
 */
export function oneByte(): Plugin {
  return {
    name: 'liner-notes:one-byte',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && IN_PAGES.test(chunk.fileName)) chunk.code = inAscii(chunk.code);
      }
    },
  };
}

/** A script in which each UTF-16 code unit beyond ASCII is an escape; these stand in strings and patterns only. */
export const inAscii = (script: string): string =>
  script.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
