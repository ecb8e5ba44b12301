/** The global object of the extension's own pages and of its background, for functions that are evaluated there. */
export interface ExtensionGlobal {
  chrome: typeof import('webextension-polyfill');
}
