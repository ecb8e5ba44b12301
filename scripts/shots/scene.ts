import type { BrowserName, Driver, Emulation, Surface, Tab } from '../../browsers/index.ts';

export interface Stage {
  driver: Driver;
  tab: Tab;
  /** Of the demo server. */
  origin: string;
}

/** What is shown in one screenshot: a page, a size, and what the reader does there. */
export interface Scene {
  /** Words joined by hyphens: the file is named after them, and the command line chooses by them. */
  name: string;
  /** `/article.html` on the demo server, `compare.html` of the extension, or any address with a scheme. */
  at: string;
  /** Width and height, CSS px; 900 × 700 when not said. */
  viewport?: [number, number];
  /** The whole page, not only what is in the viewport. */
  whole?: boolean;
  emulation?: Emulation;
  /** With words 40 % longer, or also from right to left, in place of the locales' own. */
  words?: 'ltr' | 'rtl';
  /** On paper: a PDF in place of a picture. */
  print?: boolean;
  /** The one browser in which it can be seen. */
  only?: BrowserName;
  /** What is so before the page is opened. */
  before?(driver: Driver): Promise<unknown>;
  /** What the reader does; what it returns is photographed instead of the tab, or is the picture. */
  act?(stage: Stage): Promise<Surface | Buffer | unknown>;
  /** Puts back what lasts beyond the tab. */
  after?(stage: Stage): Promise<unknown>;
}
