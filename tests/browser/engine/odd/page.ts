/** What an odd page is made of, and the words that all of them say. */
import type { BrowserName } from '../../../../browsers/index.ts';
import { NONCE } from '../witness.ts';

/** Why a word cannot be pointed at: it has no box, or what is at the middle of its box is not what it stands in. */
export type Pointless = 'no box' | 'not hit';

export interface OddPage {
  name: string;
  body: string;
  head?: string;
  lang?: string;
  doctype?: string;
  /** Content type; default HTML. */
  type?: string;
  headers?: Record<string, string>;
  /** The page replaces itself, and what watches it. */
  rewritten?: boolean;
  /** Surfaces marked in the page's own document. */
  marks: string[];
  /** A document into which no key and no click can go. */
  numb?: boolean;
  /** A click beside its words takes them away: the page is loaded again for their card. */
  fleeting?: boolean;
  /** Browsers in which its word cannot be pointed at, and why: its card comes by key only. */
  pointless?: Partial<Record<BrowserName, Pointless>>;
}

export const WORD = 'mastering engineer';
/** For long pages: the gate asks those for more than one word of music. */
export const MUSIC = `Music needs a ${WORD}. `;
export const SAID = `<p>The ${WORD} came late.</p>`;
export const none: string[] = [];
export const one = [WORD];
export const two = [WORD, WORD];
/** Works in HTML and in XHTML alike. */
export const script = (code: string) => `<script nonce="${NONCE}">//<![CDATA[\n${code}\n//]]></script>`;
export const style = (css: string) => `<style>${css}</style>`;
