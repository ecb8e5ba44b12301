import type { Bidi } from './bidi.ts';
import { FIND_POPUP, FirefoxPopup } from './firefox-popup.ts';
import { inFrameScript } from './frame-script.ts';
import type { AccessibleNode, Emulation, Surface } from './types.ts';

/** What Firefox alone needs its privileged side for: the toolbar popup, the accessibility tree, media emulation. */
export class FirefoxChrome {
  /** Id of the extension under test. */
  extension = '';
  readonly #bidi: Bidi;
  readonly #window: string;

  private constructor(bidi: Bidi, window: string) {
    this.#bidi = bidi;
    this.#window = window;
  }

  static async attach(bidi: Bidi): Promise<FirefoxChrome> {
    const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const window = tree.contexts[0]?.context;
    if (!window) throw new Error('Firefox has no window');
    return new FirefoxChrome(bidi, window);
  }

  /** Runs a function body in the privileged window; its JSON-able result comes home. */
  async run<R>(body: string): Promise<R> {
    const json = await this.#bidi.evaluate(
      this.#window,
      `(async () => { ${body} })().then((r) => JSON.stringify(r ?? null))`,
    );
    return JSON.parse(String(json)) as R;
  }

  /** The id of the extension where the profile has it already; else `null`. */
  extensionOfOurs(): Promise<string | null> {
    return this.run(
      `return WebExtensionPolicy.getActiveExtensions().find(({ name }) => name === 'Liner Notes')?.id ?? null;`,
    );
  }

  extensionOrigin(): Promise<string> {
    return this.run(
      `return WebExtensionPolicy.getByID(${JSON.stringify(this.extension)}).getURL('').replace(/\\/$/, '');`,
    );
  }

  emulate(emulation: Emulation): Promise<void> {
    const { colorScheme, reducedMotion, reducedTransparency, moreContrast, forcedColors, phone } = emulation;
    // nsILookAndFeel's PointerCapabilities: 1 is a coarse pointer that cannot hover.
    const pointers = ['ui.primaryPointerCapabilities', 'ui.allPointerCapabilities']
      .map((name) => (phone ? `Services.prefs.setIntPref('${name}', 1);` : `Services.prefs.clearUserPref('${name}');`))
      .join('');
    // More contrast is what Firefox says of a high-contrast system whose colours the page need not take.
    const documentColours = forcedColors ? 2 : moreContrast ? 1 : 0;
    return this.run(`
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${colorScheme === 'dark' ? 0 : colorScheme === 'light' ? 1 : 2});
      // The toolbar popup goes by the browser's own theme, and that by the system's.
      Services.prefs.setIntPref('ui.systemUsesDarkTheme', ${colorScheme === 'dark' ? 1 : 0});
      Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion ? 1 : 0});
      Services.prefs.setBoolPref('layout.css.prefers-reduced-transparency.enabled', true);
      Services.prefs.setIntPref('ui.prefersReducedTransparency', ${reducedTransparency ? 1 : 0});
      Services.prefs.setIntPref('ui.useAccessibilityTheme', ${moreContrast ? 1 : 0});
      Services.prefs.setIntPref('browser.display.document_color_use', ${documentColours});
      ${pointers}
    `);
  }

  /** The accessibility tree of the selected tab, as platform roles mapped to ARIA's. */
  async accessibility(tab: { bringToFront(): Promise<void> }): Promise<AccessibleNode[]> {
    await tab.bringToFront();
    return this.run(`
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      const names = { pushbutton: 'button', togglebutton: 'button', entry: 'textbox', 'text leaf': 'StaticText', section: 'generic' };
      const browser = gBrowser.selectedBrowser;
      const root = () => { try { return service.getAccessibleFor(browser)?.firstChild ?? null; } catch { return null; } };
      for (let i = 0; i < 200 && !root()?.childCount; i++) await new Promise((r) => setTimeout(r, 25));
      const out = [];
      const statesOf = (node) => {
        const [state, extra] = [{}, {}];
        node.getState(state, extra);
        const all = [...service.getStringStates(state.value, extra.value)];
        return ['focused', 'expanded', 'collapsed', 'unavailable', 'modal']
          .filter((one) => all.includes(one))
          .map((one) => (one === 'unavailable' ? 'disabled' : one));
      };
      const walk = (node, depth) => {
        const role = node.computedARIARole || service.getStringRole(node.role);
        out.push({ role: names[role] ?? role, name: node.name ?? '', description: node.description ?? '', states: statesOf(node), depth });
        for (let child = node.firstChild; child; child = child.nextSibling) walk(child, depth + 1);
      };
      if (root()) walk(root(), 0);
      return out;
    `);
  }

  /** Moves a pen over the selected tab, and touches with it: BiDi knows no pen. */
  async pen(x: number, y: number, touch: boolean): Promise<void> {
    const types = touch ? ['mousemove', 'mousedown', 'mouseup'] : ['mousemove'];
    // nsIDOMWindowUtils and MouseEvent.MOZ_SOURCE_PEN = 2.
    const touches = types
      .map((type) => {
        const button = type === 'mousemove' ? '' : ', button: 0, clickCount: 1';
        return `content.synthesizeMouseEvent('${type}', ${x}, ${y}, { inputSource: 2${button} });`;
      })
      .join('');
    await inFrameScript(this, touches);
  }

  /** Opens the real toolbar popup of the extension over the selected tab. */
  async openPopup(): Promise<Surface> {
    await this.run(`
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(this.extension)});
      // One that a failed test has left open would refuse every later one.
      (${FIND_POPUP})?.closest('panel')?.hidePopup();
      await extension.apiManager.global.browserActionFor(extension).openPopup(window);
    `);
    const surface = new FirefoxPopup(this);
    await surface.waitFor(() => document.readyState === 'complete' && location.protocol === 'moz-extension:');
    return surface;
  }
}
