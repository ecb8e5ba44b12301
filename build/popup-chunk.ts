import type { Plugin } from 'vite';

const POPUP = /[\\/]entrypoints[\\/]popup[\\/]main\.tsx$/;
const PAGE = /[\\/]entrypoints[\\/]popup[\\/]index\.html$/;
/** What the build tools add to every page. */
const TOOLS = /wxt-html-plugins|rolldown[\\/]runtime/;

/**
 * Puts what the popup shares with other pages, and needs before it can draw, into one chunk in place of one for each set
 * of pages: each file more is another question to the browser's process while the reader waits.
 */
export function popupChunk(): Plugin {
  let first = new Set<string>();
  return {
    name: 'liner-notes:popup-chunk',
    transformIndexHtml: {
      order: 'post',
      // Asks the browser what the popup needs to know, while the popup's own script is still being read.
      handler: (_html, { filename }) =>
        PAGE.test(filename)
          ? [{ tag: 'script', attrs: { async: true, src: '/popup-early.js' }, injectTo: 'head-prepend' }]
          : [],
    },
    buildEnd() {
      first = new Set();
      const waiting = [...this.getModuleIds()].filter((id) => POPUP.test(id));
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) {
          if (first.has(imported)) continue;
          first.add(imported);
          waiting.push(imported);
        }
      }
    },
    outputOptions(options) {
      // Builds of a single script have no chunks.
      if (options.format !== 'es') return null;
      const shared = { name: 'shared', test: (id: string) => first.has(id) || TOOLS.test(id), minShareCount: 2 };
      return { ...options, codeSplitting: { groups: [shared] } };
    },
  };
}
