/** Hostile and odd pages, small and made here: what is in the body, and which words must be marked, in order. */
import { clobbering } from './clobbering.ts';
import { NONCE, WITNESS } from './witness.ts';

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
}

const WORD = 'mastering engineer';
/** For long pages: the gate asks those for more than one word of music. */
const MUSIC = `Music needs a ${WORD}. `;
const SAID = `<p>The ${WORD} came late.</p>`;
const none: string[] = [];
const one = [WORD];
const two = [WORD, WORD];
/** Works in HTML and in XHTML alike. */
const script = (code: string) => `<script nonce="${NONCE}">//<![CDATA[\n${code}\n//]]></script>`;
const style = (css: string) => `<style>${css}</style>`;

/** Where a mark is right. */
const EVERYWHERE: OddPage[] = [
  { name: 'a plain page', body: SAID, marks: one },
  { name: 'quirks mode', body: SAID, doctype: '', marks: one },
  {
    name: 'xhtml',
    type: 'application/xhtml+xml',
    doctype: '<?xml version="1.0"?>',
    body: SAID,
    marks: one,
  },
  { name: 'words over inline elements', body: '<p>The <b>master</b>ing <i>engineer</i> came.</p>', marks: one },
  { name: 'a link inside a word', body: '<p>The mastering <a href="#">engineer</a> came.</p>', marks: one },
  { name: 'a comment inside a word', body: '<p>The mastering <!-- who? -->engineer came.</p>', marks: one },
  { name: 'a script inside a word', body: `<p>The mastering ${script('0')}engineer came.</p>`, marks: one },
  {
    name: 'white space of all kinds',
    body: '<p>The mastering\n\t &nbsp;engineer came.</p>',
    marks: ['mastering\n\t \u00a0engineer'],
  },
  { name: 'right to left', body: `<div dir="rtl">${SAID}</div>`, marks: one },
  { name: 'vertical writing', head: style('p{writing-mode:vertical-rl}'), body: SAID, marks: one },
  { name: 'content-visibility', head: style('p{content-visibility:auto;height:2em}'), body: SAID, marks: one },
  { name: 'tables', body: `<table><tr><td>The ${WORD}</td><td>came</td></tr></table>`, marks: one },
  { name: 'lists', body: `<ul><li>${WORD}<li>the ${WORD}</ul>`, marks: two },
  { name: 'definition lists', body: `<dl><dt>The ${WORD}<dd>came</dl>`, marks: one },
  { name: 'display: contents', head: style('p{display:contents}'), body: SAID, marks: one },
  { name: 'flex and grid', head: style('body{display:grid}p{display:flex}'), body: SAID, marks: one },
  { name: 'columns', head: style('body{columns:3}'), body: SAID, marks: one },
  {
    name: 'an open shadow root',
    body: `<div id="h"></div>${script(`h.attachShadow({mode:'open'}).innerHTML='${SAID}'`)}`,
    marks: one,
  },
  {
    name: 'nested shadow roots',
    body: `<div id="h"></div>${script(`let r=h.attachShadow({mode:'open'});r.innerHTML='<section></section>';r.firstChild.attachShadow({mode:'open'}).innerHTML='${SAID}'`)}`,
    marks: one,
  },
  {
    name: 'a declared shadow root',
    body: `<div><template shadowrootmode="open">${SAID}<slot></slot></template>${SAID}</div>`,
    marks: two,
  },
  { name: 'a custom element', body: `<x-text>The ${WORD} came.</x-text>`, marks: one },
  { name: 'an unknown element', body: `<blah>The ${WORD} came.</blah>`, marks: one },
  { name: 'not to be translated', body: `<div translate="no">${SAID}</div>`, marks: one },
  { name: 'a dialog', body: `<dialog open>${SAID}</dialog>`, marks: one },
  { name: 'a popover that is open', body: `<div popover id="h">${SAID}</div>${script('h.showPopover()')}`, marks: one },
  {
    name: 'an English passage on a German page',
    lang: 'de',
    body: `<p>Der ${WORD} kam nicht, und das war gut.</p><blockquote lang="en-GB">${SAID}</blockquote>`,
    marks: one,
  },
  {
    name: 'English in French in English',
    body: `<div lang="fr"><p>Le ${WORD} est venu.</p><div lang="en">${SAID}<p lang="fr">Le ${WORD}.</p></div></div>`,
    marks: one,
  },
  {
    name: 'a German word in an English sentence',
    body: `<p>The <i lang="de">Sängerin</i> and the ${WORD} came in at noon.</p>`,
    marks: one,
  },
  {
    name: 'a page that turns out to be English',
    lang: 'de',
    body: `${SAID}${script("document.documentElement.lang='en'")}`,
    marks: one,
  },
  {
    name: 'the front page of a newspaper',
    body: `<main><article><h2>Bridge closed</h2><p>Engineers found cracks, the manager said; trains use a single track.</p></article>
      <article><h2>An album in nine days</h2><p>The singer wrote the songs on tour, and her producer recorded the drums.</p></article>
      <article><h2>Prices rise</h2><p>Producers of milk asked for more; the release of the figures was a record gain.</p></article></main>`,
    marks: ['album', 'producer', 'recorded'],
  },
  {
    name: 'a list of search results',
    body: `<ol><li><article><h3>What a producer does</h3><p>A producer raises the money and hires the director of the film.</p></article></li>
      <li><article><h3>Producer API</h3><p>A producer sends records with a key to a topic of the cluster.</p></article></li>
      <li><article><h3>Songs at home</h3><p>Find a record producer who has worked with singers.</p></article></li></ol>`,
    marks: ['record producer'],
  },
  {
    name: 'the structured data of an album',
    head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"MusicAlbum","track":[{"@type":"MusicRecording"}]}</script>',
    body: '<p>The engineer kept the tape running while she sang.</p>',
    marks: ['engineer'],
  },
  { name: 'an island of English', lang: 'en', body: `<div lang="de"><p>Der Produzent.</p></div>${SAID}`, marks: one },
  { name: 'a base address', head: '<base href="https://other.example/">', body: SAID, marks: one },
  { name: 'no body tag', body: SAID, marks: one },
  {
    name: '1,000 shadow roots',
    body:
      script(
        `for(let i=0;i<1000;i++){let d=document.body.appendChild(document.createElement('div'));d.attachShadow({mode:'open'}).textContent='x'}`,
      ) + SAID,
    marks: one,
  },
  {
    name: 'text that was put in by script',
    body: `<p id="h"></p>${script(`h.textContent='The ${WORD} came.'`)}`,
    marks: one,
  },
  { name: 'form labels', body: `<label>The ${WORD}<input value="${WORD}"></label>`, marks: one },
  { name: 'a button', body: `<button>Ask the ${WORD}</button>`, marks: one },
  { name: 'open details', body: `<details open><summary>The ${WORD}</summary>${SAID}</details>`, marks: two },
  {
    name: 'one text node of 1 MB',
    body: `<p id="h"></p>${script(`h.textContent=('${MUSIC}'+'Nobody said a word of it. '.repeat(5000)).repeat(8)`)}`,
    marks: Array(8).fill(WORD),
  },
  {
    name: '10,000 blocks',
    body: `${script(`let all=new DocumentFragment();for(let i=0;i<10000;i++)all.appendChild(document.createElement('p')).textContent=i%1000?'This is the line with the number '+i+'. ':'${MUSIC}';document.body.append(all)`)}${SAID}`,
    marks: Array(11).fill(WORD),
  },
  {
    name: '10,000 shadow roots',
    body: `${script(`for(let i=0;i<10000;i++){let d=document.body.appendChild(document.createElement('div'));d.attachShadow({mode:'open'}).textContent=i%2000?'It is here. ':'${MUSIC}'}`)}${SAID}`,
    marks: Array(6).fill(WORD),
  },
  {
    // At 3,000 Chromium's tab crashes, with or without an extension.
    name: 'nesting 2,000 deep',
    body: `<div id="h"></div>${script(`let d=h;for(let i=0;i<2000;i++)d=d.appendChild(document.createElement('div'));d.textContent='The ${WORD} came.'`)}`,
    marks: one,
  },
  {
    name: 'inline nesting 3,000 deep',
    body: `<p id="h">The mastering </p>${script(`let d=h;for(let i=0;i<3000;i++)d=d.appendChild(document.createElement('span'));d.textContent='engineer came.'`)}`,
    marks: one,
  },
];

/** Where there must be none. */
const NOWHERE: OddPage[] = [
  {
    name: 'inputs',
    body: `<input value="The ${WORD}"><textarea>The ${WORD}</textarea><select><option>${WORD}</select>`,
    marks: none,
  },
  {
    name: 'contenteditable',
    body: `<div contenteditable>The ${WORD}<p contenteditable="false">${WORD}</p></div>`,
    marks: none,
  },
  { name: 'designMode', body: `${SAID}${script("document.designMode='on'")}`, marks: none },
  { name: 'plaintext-only', body: `<div contenteditable="plaintext-only">The ${WORD}</div>`, marks: none },
  {
    name: 'a textbox by role',
    body: `<div role="textbox">The ${WORD}</div><div role="code">${WORD}</div>`,
    marks: none,
  },
  {
    name: 'code',
    body: `<pre>${WORD}</pre><code>${WORD}</code><kbd>${WORD}</kbd><samp>${WORD}</samp><var>${WORD}</var>`,
    marks: none,
  },
  {
    name: 'scripts, styles, templates',
    body: `<script type="text/plain">${WORD}</script><template>${SAID}</template><noscript>${SAID}</noscript>`,
    marks: none,
  },
  {
    name: 'svg and mathml',
    body: `<svg><text y="20">${WORD}</text><foreignObject><p>${WORD}</p></foreignObject></svg><math><mtext>${WORD}</mtext></math>`,
    marks: none,
  },
  { name: 'display: none', body: `<div style="display:none">${SAID}</div><div hidden>${SAID}</div>`, marks: none },
  { name: 'visibility: hidden', body: `<div style="visibility:hidden">${SAID}</div>`, marks: none },
  { name: 'opacity: 0', body: `<div style="opacity:0">${SAID}</div>`, marks: none },
  { name: 'closed details', body: `<details><summary>More</summary>${SAID}</details>`, marks: none },
  { name: 'content-visibility: hidden', body: `<div style="content-visibility:hidden">${SAID}</div>`, marks: none },
  {
    name: 'visually hidden',
    head: style('.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}'),
    body: `<span class="sr">The ${WORD}</span>`,
    marks: none,
  },
  { name: 'a closed popover', body: `<div popover>${SAID}</div>`, marks: none },
  {
    name: 'light children without a slot',
    body: `<div id="h">${SAID}</div>${script(`h.attachShadow({mode:'open'}).textContent='x'`)}`,
    marks: none,
  },
  {
    name: 'a closed shadow root',
    body: `<div id="h"></div>${script(`h.attachShadow({mode:'closed'}).innerHTML='${SAID}'`)}`,
    marks: none,
  },
  {
    name: 'block boundaries',
    body: '<p>The mastering</p><p>engineer came.</p><div>mastering<br>engineer</div>',
    marks: none,
  },
  { name: 'the author says off', head: '<meta name="liner-notes" content="off">', body: SAID, marks: none },
  {
    name: 'a German page',
    lang: 'de',
    body: '<p>Der Mastering Engineer kam zu spät, und das war nicht gut für die Platte, sagte er.</p>',
    marks: none,
  },
  { name: 'an island of German', body: `<p lang="de">Der ${WORD} kam.</p>`, marks: none },
  {
    name: 'letters that go on',
    body: `<p>The xsongwriter and the songwriter\u00e9 and the songwriter\u0301 and the songwriter<b>ly</b> and the songwriter_1 came.</p>${SAID}`,
    marks: one,
  },
  { name: 'image alternatives', body: `<img alt="${WORD}" title="${WORD}">`, marks: none },
];

/** Pages that do things to whoever is there with them. */
const HOSTILE: OddPage[] = [
  {
    name: 'form fields that answer for the form',
    body: `${clobbering('form', `<p>Still a ${WORD}.</p>`)}${SAID}`,
    marks: two,
  },
  { name: 'names that answer for the document', body: `${clobbering('document', '')}${SAID}`, marks: one },
  {
    name: 'overwritten prototypes',
    head: script(`Array.prototype.map=Map.prototype.get=Set.prototype.add=String.prototype.slice=()=>{throw 1}`),
    body: SAID,
    marks: one,
  },
  {
    name: 'important styles on everything',
    head: style('*{display:block!important;opacity:.9!important;transform:none!important;animation:none!important}'),
    body: SAID,
    marks: one,
  },
  {
    name: 'numbers on Object.prototype',
    head: script(`Object.prototype[0]='x';Object.prototype.length=3;Object.prototype.next=1`),
    body: SAID,
    marks: one,
  },
  {
    name: 'highlights of its own',
    head: script(
      `addEventListener('load',()=>CSS.highlights.set('mine',new Highlight(new StaticRange({startContainer:document.body,startOffset:0,endContainer:document.body,endOffset:1}))))`,
    ),
    body: SAID,
    marks: one,
  },
  {
    name: 'the strictest policy with trusted types',
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'nonce-${NONCE}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
    body: SAID,
    marks: one,
  },
  {
    name: 'overwritten globals',
    head: script(
      `for(const name of ['Highlight','StaticRange','Range','MutationObserver','IntersectionObserver','ShadowRoot','Text','Node','Map','Set','WeakMap','RegExp','setTimeout','setInterval','queueMicrotask','requestAnimationFrame','requestIdleCallback','scheduler','chrome','browser','getComputedStyle'])try{Object.defineProperty(window,name,{configurable:true,get(){throw new Error(name)}})}catch{}
       for(const [of,names] of [[Document.prototype,['querySelector','querySelectorAll','createTreeWalker','createRange','elementFromPoint','caretPositionFromPoint']],[Element.prototype,['matches','closest','checkVisibility','attachShadow','getClientRects']],[EventTarget.prototype,['addEventListener']]])for(const name of names)of[name]=()=>{throw new Error(name)}`,
    ),
    body: SAID,
    marks: one,
  },
  {
    name: 'a frozen document',
    head: script('try{Object.freeze(document)}catch{}Object.freeze(document.documentElement)'),
    body: SAID,
    marks: one,
  },
  {
    name: 'frozen prototypes',
    body: `${SAID}${script('for(const of of [Node,Element,HTMLElement,Text,Document,Highlight,HighlightRegistry,Array,Map,Set,String])Object.freeze(of.prototype)')}`,
    marks: one,
  },
  {
    name: 'a highlight registry that throws',
    head: script(`Object.defineProperty(CSS,'highlights',{get(){throw new Error('highlights')}})`),
    body: SAID,
    marks: one,
  },
  {
    name: 'nothing in the document',
    body: `${SAID}${script('document.documentElement.remove()')}`,
    numb: true,
    marks: none,
  },
  { name: 'no body', body: `${SAID}${script('document.body.remove()')}`, marks: none },
  {
    name: 'a document written anew',
    body: script(
      `addEventListener('DOMContentLoaded',()=>{document.open();document.write('<!doctype html><html lang="en"><body>${SAID}');document.close()},{once:true})`,
    ),
    rewritten: true,
    marks: one,
  },
  {
    name: 'styles for every highlight',
    head: style(
      '*::selection,::highlight(liner-notes-mark){color:red;text-decoration:none}*{user-select:none;pointer-events:none}',
    ),
    body: SAID,
    marks: one,
  },
];

export const ODD_PAGES: readonly OddPage[] = [...EVERYWHERE, ...NOWHERE, ...HOSTILE];

export function htmlOf({ doctype = '<!doctype html>', lang = 'en', head = '', body, type }: OddPage): string {
  const xml = type ? ' xmlns="http://www.w3.org/1999/xhtml"' : '';
  return `${doctype}<html${xml} lang="${lang}"><head><title>Page</title>${WITNESS}${head}</head><body>${body}</body></html>`;
}
