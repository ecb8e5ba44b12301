import { none, type OddPage, one, SAID, script, style, WORD } from './page.ts';

/** Where there must be none. */
export const NOWHERE: readonly OddPage[] = [
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
    name: 'the text of a host without a slot',
    body: `<div id="h">The ${WORD} came.</div>${script(`h.attachShadow({mode:'open'}).textContent='x'`)}`,
    marks: none,
  },
  {
    name: 'the text of a host whose slot is hidden',
    body: `<div id="h">The ${WORD} came.</div>${script(`h.attachShadow({mode:'open'}).innerHTML='<slot style="display:none"></slot>'`)}`,
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
