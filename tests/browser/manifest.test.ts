import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = (build: string) => json(`.output/${build}/manifest.json`);

/** A permission added later disables the extension for everyone until they accept it: every change here is deliberate. */
describe.each(['chrome-mv3', 'edge-mv3', 'firefox-mv3', 'safari-mv3'])('the manifest of %s', (build) => {
  // Whoever changes a manifest changes that file with it, and sees what the browser is told there.
  it('is the one that was reviewed, whole but for the version', () => {
    const { version, ...rest } = manifest(build);
    expect(version).toBe(json('package.json').version);
    expect(rest).toEqual(json(`tests/fixtures/manifests/${build}.json`));
  });
  it('asks for these permissions and no others', () => {
    const { permissions, optional_permissions, host_permissions, optional_host_permissions } = manifest(build);
    expect({ permissions, optional_permissions, host_permissions, optional_host_permissions }).toEqual({
      permissions: ['storage', 'contextMenus', 'scripting'],
      host_permissions: ['http://*/*', 'https://*/*'],
    });
  });
  it('asks the gate on web pages and the files the reader allows, and runs nothing else unasked on web pages', () => {
    const { content_scripts } = manifest(build);
    const everywhere = {
      run_at: 'document_idle',
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
    };
    expect(content_scripts).toEqual([
      expect.objectContaining({ matches: ['http://*/*', 'https://*/*'], js: ['gate.js'], ...everywhere }),
      expect.objectContaining({ matches: ['file:///*'], js: ['gate.js', 'marks.js'], ...everywhere }),
    ]);
  });
  it('has a key that can be set for everything a key can do, and suggests four', () => {
    const { commands } = manifest(build);
    expect(Object.keys(commands).toSorted()).toEqual([
      '_execute_action',
      'next-term',
      'previous-term',
      'toggle-card',
      'toggle-site',
    ]);
    expect(commands._execute_action).toEqual({ description: '__MSG_commands_openPopup__' });
    expect(Object.values(commands).filter((command) => 'suggested_key' in (command as object))).toHaveLength(4);
  });
  it('runs only where the word under the pointer can be found, and shows the options in a tab of their own', () => {
    const { minimum_chrome_version, browser_specific_settings, options_ui } = manifest(build);
    expect({ minimum_chrome_version, firefox: browser_specific_settings?.gecko.strict_min_version }).toEqual(
      build === 'firefox-mv3' ? { firefox: '146.0' } : build === 'safari-mv3' ? {} : { minimum_chrome_version: '128' },
    );
    // Safari knows no other way.
    expect(options_ui).toMatchObject({
      page: 'options.html',
      ...(build === 'safari-mv3' ? {} : { open_in_tab: true }),
    });
  });
  it('lets no page reach a file of ours, and no page or extension speak to us', () => {
    const { web_accessible_resources = [], externally_connectable } = manifest(build);
    expect(web_accessible_resources).toEqual([]);
    // Firefox knows no such key: nothing outside can connect there.
    expect(externally_connectable).toEqual(build === 'firefox-mv3' ? undefined : { ids: [] });
  });
  it('has no way to make markup or code out of text', () => {
    const scripts = globSync(`.output/${build}/**/*.js`);
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) {
      const code = readFileSync(script, 'utf8');
      // Preact sets it for a property that no component of ours has; reads and writes it in one expression.
      const markup = code.match(/\.innerHTML\b/g) ?? [];
      expect({ script, markup: markup.length > 2, used: /dangerouslySetInnerHTML\s*:/.test(code) }).toEqual({
        script,
        markup: false,
        used: false,
      });
      expect({
        script,
        found: code.match(
          /\b(?:outerHTML|insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe|importScripts)\b|\.srcdoc\b|document\.write|\beval\(|\bFunction\(|createElement\([`"']script/g,
        ),
      }).toEqual({ script, found: null });
    }
  });
  it('loads nothing from elsewhere on its own pages', () => {
    expect(manifest(build).content_security_policy).toEqual({
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
    });
  });
});

describe('the manifest of firefox-mv3', () => {
  it('declares that no data is collected', () => {
    expect(manifest('firefox-mv3').browser_specific_settings.gecko).toMatchObject({
      strict_min_version: '146.0',
      data_collection_permissions: { required: ['none'] },
    });
    expect(manifest('firefox-mv3').browser_specific_settings.gecko_android).toEqual({ strict_min_version: '146.0' });
  });
});
