import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { cardWordsPlugin } from './build/card-words-plugin.ts';
import { compileTables } from './build/compile-tables.ts';
import { glossaryPlugin } from './build/glossary-plugin.ts';
import { oneByte } from './build/one-byte.ts';
import { pageShell } from './build/page-shell.ts';
import { popupChunk } from './build/popup-chunk.ts';
import { rebuildOnData } from './build/rebuild-on-data.ts';
import { readBudget, weighPage, weighScript, weighTables } from './build/table-sizes.ts';
import { HOSTS } from './core/hosts.ts';

const EXTENSION_PAGES_CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

/** The reader can change the keys in the browser's own page of extension shortcuts. Chromium takes four suggestions at most. */
const COMMANDS = {
  'next-term': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_commands_nextTerm__' },
  'previous-term': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_commands_previousTerm__' },
  'toggle-card': { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commands_toggleCard__' },
  'toggle-site': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commands_toggleSite__' },
  // No key is suggested; what is not declared gets none in Firefox, whatever the reader wants.
  _execute_action: { description: '__MSG_commands_openPopup__' },
};

/**
 * Author origin and `:root` on Chromium (cheap, inherits), user origin and the bare selector on Firefox (the only
 * form that paints there, and it reaches open shadow roots). See docs/decisions/0002-highlight-rule-per-engine.md.
 */
const contentScript = (firefox: boolean, matches: readonly string[], js: readonly string[]) => ({
  matches,
  js,
  css: [firefox ? 'assets/marks-firefox.css' : 'assets/marks-chromium.css'],
  ...(firefox ? { css_origin: 'user' as const } : {}),
  run_at: 'document_idle' as const,
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
});

/**
 * In every frame only what asks its gate; what marks is brought when that opens (docs/decisions/0205-the-gate-first.md).
 * Into files the background may bring nothing: we have no host permission for them, only the reader's leave to be there.
 */
const contentScripts = (firefox: boolean) => [
  contentScript(firefox, HOSTS, ['gate.js']),
  contentScript(firefox, ['file:///*'], ['gate.js', 'marks.js']),
];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox', 'safari'],
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'scripting'],
    host_permissions: HOSTS,
    commands: COMMANDS,
    icons: { 16: 'icons/on-16.png', 32: 'icons/on-32.png', 48: 'icons/on-48.png', 128: 'icons/on-128.png' },
    omnibox: { keyword: 'ln' },
    // The development server adds its own sources, which `default-src 'none'` would defeat.
    ...(command === 'build' ? { content_security_policy: { extension_pages: EXTENSION_PAGES_CSP } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'liner-notes@liner-notes.example',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
            // The same build runs on Firefox for Android; docs/browser-notes.md says what is not there.
            gecko_android: { strict_min_version: '146.0' },
          },
        }
      : { externally_connectable: { ids: [] } }),
    // `caretPositionFromPoint`, by which the word under the pointer is found.
    ...(browser === 'chrome' || browser === 'edge' ? { minimum_chrome_version: '128' } : {}),
  }),
  hooks: {
    // `imports: false` alone still imports WXT's own helpers wherever a name is like theirs: 9 kB for a parameter `storage`.
    'config:resolved': (wxt) => {
      Object.assign(wxt.config.imports, { autoImport: false });
    },
    'build:before': (wxt) => {
      const { lines, within } = weighTables(compileTables(), readBudget());
      if (wxt.config.command === 'build') wxt.logger.info(lines.join('\n'));
      if (!within) throw new Error('A table of the glossary is over its budget in budget.json');
    },
    'build:done': (wxt) => {
      if (wxt.config.command !== 'build') return;
      const { outDir } = wxt.config;
      const { scripts, pages } = readBudget();
      const weighed = {
        ...Object.fromEntries(
          Object.entries(scripts).map(([name, most]) => {
            const script = readFileSync(join(outDir, name), 'utf8');
            // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII holds them.
            if (!/^[\x00-\x7f]*$/.test(script)) throw new Error(`${name} holds more than ASCII (build/one-byte.ts)`);
            return [name, weighScript(name, script, most)];
          }),
        ),
        ...Object.fromEntries(Object.entries(pages).map(([name, most]) => [name, weighPage(name, outDir, most)])),
      };
      for (const [name, { line, fits }] of Object.entries(weighed)) {
        wxt.logger.info(line);
        if (!fits) throw new Error(`${name} is over its budget in budget.json`);
      }
    },
    'server:created': (_wxt, server) => rebuildOnData(server),
    'entrypoints:resolved': (wxt, entrypoints) => {
      const foreign = wxt.config.browser === 'firefox' ? 'marks-chromium' : 'marks-firefox';
      const at = entrypoints.findIndex(({ name }) => name === foreign);
      if (at >= 0) entrypoints.splice(at, 1);
    },
    'build:manifestGenerated': (wxt, manifest) => {
      manifest.content_scripts = contentScripts(wxt.config.browser === 'firefox') as never;
      // WXT takes the popup's own title, which says nothing of the page in front.
      if (manifest.action) manifest.action.default_title = '__MSG_icon_cannot__';
    },
  },
  vite: () => ({
    // Both browsers know modulepreload: the polyfill would be one file more for every page.
    build: { modulePreload: { polyfill: false } },
    plugins: [glossaryPlugin(), cardWordsPlugin(), pageShell(), popupChunk(), oneByte()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
});
