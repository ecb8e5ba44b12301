import type { Plugin } from 'vite';

/** In every frame, or in every page with something to mark. */
const IN_PAGES = /^(?:gate|marks)\.js$/;

/**
 * Writes what the scripts in pages hold beyond ASCII as escapes: Chromium keeps any script that comes with other
 * characters at two bytes a character.
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

/**
 * A script, or JSON, in which each UTF-16 code unit beyond ASCII is an escape; these stand in strings and patterns only, and in
 * raw templates only as sources of patterns, where they mean the same.
 * @throws when one is escaped as it is: another backslash would undo that.
 */
export function inAscii(script: string): string {
  return script.replace(/(\\*)([\u0080-\uffff])/g, (_all, before: string, unit: string) => {
    if (before.length % 2 === 1) throw new Error(`“${unit}” stands behind a backslash of its own.`);
    return `${before}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
