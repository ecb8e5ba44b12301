/** One way to drive real Chromium and real Firefox with the built extension, for tests, the demo and the measurements. */

export type BrowserName = 'chromium' | 'firefox';
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** A DOM-side function and its JSON-able arguments: it must not close over anything. */
export type PageFunction<A extends unknown[], R> = (...args: A) => R | Promise<R>;

/** One node of the accessibility tree. Roles are ARIA's where both engines agree (`dialog`, `link`, `button`, `tooltip`). */
export interface AccessibleNode {
  role: string;
  name: string;
  /** What describes it beyond its name; empty if nothing does. */
  description: string;
  /** In both engines' own order: `focused`, `expanded`, `collapsed`, `disabled`, `modal`. */
  states: string[];
  /** Steps below the document. */
  depth: number;
}

/** Anything with a document that can be asked and told: a tab, an extension page, the toolbar popup. */
export interface Surface {
  /** Runs a function in the document and returns its JSON-able result. */
  evaluate<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R>;
  /**
   * Asks again until the function returns something truthy, and returns it.
   * @throws after `timeout` ms (default 10,000) with the function's source.
   */
  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R>;
  /** PNG of what is visible, or of the whole document where that is more and the surface can show it. */
  screenshot(whole?: boolean): Promise<Buffer>;
  /** Clicks at a point in CSS px of the viewport, as a mouse does. */
  click(x: number, y: number): Promise<void>;
  /** Presses a key by its `KeyboardEvent.key` name: `Escape`, `Tab`, `a`; modifiers are held meanwhile. */
  press(key: string, modifiers?: Modifier[]): Promise<void>;
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

export type Modifier = 'Shift' | 'Control' | 'Alt';

export interface Tab extends Surface {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Moves the mouse pointer to a point in CSS px of the viewport; `steps` > 1 moves along a line. */
  move(x: number, y: number, steps?: number): Promise<void>;
  /** Moves the mouse pointer to a point of a child frame, by the frame's URL and in its own CSS px. */
  moveInFrame(url: string, x: number, y: number): Promise<void>;
  /** Presses the mouse at the first point and releases it at the second. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  /** A short touch of a finger, or of a pen. */
  tap(x: number, y: number, by?: 'touch' | 'pen'): Promise<void>;
  /** A finger that stays for some ms and is lifted again. */
  hold(x: number, y: number, ms: number): Promise<void>;
  /** A finger that touches at the first point and slides to the second. */
  swipe(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  /** Moves a pen over the glass without touching it. */
  hoverPen(x: number, y: number): Promise<void>;
  /** Turns the wheel by CSS px at the pointer's place. */
  wheel(deltaY: number): Promise<void>;
  viewport(width: number, height: number): Promise<void>;
  bringToFront(): Promise<void>;
  /** The document as it would be printed on A4, as a PDF. */
  print(): Promise<Buffer>;
  /** Everything exposed to assistive technology in document order, closed shadow roots included. */
  accessibility(): Promise<AccessibleNode[]>;
  /** Uncaught errors and rejections of the page, of its frames and of every script in them, ours included, since the tab was opened. */
  errors: string[];
  /** Network requests of the tab's documents, its frames' too (URLs), since the tab was opened. */
  requests: string[];
}

export interface Emulation {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  reducedTransparency?: boolean;
  moreContrast?: boolean;
  forcedColors?: boolean;
  /** A phone: a coarse pointer that cannot hover. */
  phone?: boolean;
}

export interface Driver {
  name: BrowserName;
  version: string;
  /** Origin of the extension's own pages, without a trailing slash. */
  origin: string;
  open(url: string): Promise<Tab>;
  /** Opens a page of the extension (`popup.html`) in a tab; `evaluate` there has the `browser`/`chrome` API. */
  openExtensionPage(path: string): Promise<Tab>;
  /** Opens the real toolbar popup over a tab. */
  popup(tab: Tab): Promise<Surface>;
  /** For all tabs opened later and, where the engine can, for those already open. */
  emulate(emulation: Emulation): Promise<void>;
  /** Settles when the browser has ended, closed by us or by its user. */
  closed: Promise<void>;
  /** Ends the browser at once, as a system does that is short of memory: nothing in it gets to know. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the unpacked extension; `null` runs without any. Default: the build for this browser in `.output/`. */
  extension?: string | null;
  /** A profile folder to keep between launches; default: a new one, removed at the end. */
  profile?: string;
  /** Installed for good, so that a kept profile starts with it as a reader's does; Firefox only. */
  forGood?: boolean;
  /** Allowed in private windows from the install on; Chromium only. */
  inPrivate?: boolean;
  /** With a window instead of headless. */
  headed?: boolean;
  /** More command-line switches. */
  args?: string[];
  /** More environment variables. */
  env?: Record<string, string>;
}
