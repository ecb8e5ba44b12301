import { clobbering } from '../clobbering.ts';
import { NONCE } from '../witness.ts';
import { none, type OddPage, one, SAID, script, style, two, WORD } from './page.ts';

/** Pages that do things to whoever is there with them. */
export const HOSTILE: readonly OddPage[] = [
  {
    name: 'form fields that answer for the form',
    body: `${clobbering('form', `<p>Still a ${WORD}.</p>`)}${SAID}`,
    marks: two,
  },
  {
    name: 'fields that answer for the form straight around a word',
    body: clobbering('form', `Still a ${WORD}.`),
    marks: one,
  },
  {
    name: 'fields that answer for a form that is a popover, and can be written in for all it says',
    body: clobbering('form', `Still a ${WORD}.`, 'popover') + script(`document.forms[0].togglePopover()`),
    fleeting: true,
    marks: one,
  },
  {
    name: 'fields that answer for a form that scrolls, its word out of sight',
    body: clobbering('form', `<br>Still a ${WORD}.`, 'style="overflow:auto;height:120px"'),
    marks: one,
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
      // Nothing takes the pointer.
      '*::selection,::highlight(liner-notes-mark){color:red;text-decoration:none}*{user-select:none;pointer-events:none}',
    ),
    body: SAID,
    pointless: { chromium: 'not hit', firefox: 'not hit' },
    marks: one,
  },
];
