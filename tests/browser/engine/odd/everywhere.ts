import { MUSIC, type OddPage, one, SAID, script, style, two, WORD } from './page.ts';

/** Where a mark is right. */
export const EVERYWHERE: readonly OddPage[] = [
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
    name: 'text straight in a slot, and what a slot holds itself',
    body: `<div id="h">The ${WORD} came.</div><div id="i"></div>${script(`h.attachShadow({mode:'open'}).innerHTML='<slot></slot>';i.attachShadow({mode:'open'}).innerHTML='<slot>The ${WORD} came.</slot>'`)}`,
    marks: two,
  },
  {
    name: 'no box of its own, straight in a shadow root',
    body: `<div id="h"></div>${script(`h.attachShadow({mode:'open'}).innerHTML='<span style="display:contents">The ${WORD} came.</span>'`)}`,
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
  {
    name: 'a popover that is open',
    body: `<div popover id="h">${SAID}</div>${script('h.showPopover()')}`,
    fleeting: true,
    marks: one,
  },
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
    // At 3,000 Chromium's tab crashes, with or without an extension; Firefox draws nothing that is so deep in blocks.
    name: 'nesting 2,000 deep',
    pointless: { firefox: 'no box' },
    body: `<div id="h"></div>${script(`let d=h;for(let i=0;i<2000;i++)d=d.appendChild(document.createElement('div'));d.textContent='The ${WORD} came.'`)}`,
    marks: one,
  },
  {
    name: 'inline nesting 3,000 deep',
    body: `<p id="h">The mastering </p>${script(`let d=h;for(let i=0;i<3000;i++)d=d.appendChild(document.createElement('span'));d.textContent='engineer came.'`)}`,
    marks: one,
  },
];
