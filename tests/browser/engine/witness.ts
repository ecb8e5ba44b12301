/** What watches a page from the inside for harm that we might do to it. */
import type { Tab } from '../../../browsers/index.ts';

/** What a page must see of us while no card is open: nothing. */
export const UNHARMED = { mutations: 0, shifts: 0, moved: false, globals: 0, swallowed: [] as string[] };
export type Harm = typeof UNHARMED;

/** The nonce under which the witness runs where a page's policy lets nothing else run. */
export const NONCE = 'witness';

/** Everything that one key and one click on the page fire, in their order. */
const HEARD = ['keydown', 'keyup', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;

/**
 * Goes before everything else in the head, and takes what it needs before the page can bend it. Watching begins when
 * the tree is read, which is before any content script of ours: what the page's own scripts do until then is its own.
 */
export const WITNESS = `<script nonce="${NONCE}">//<![CDATA[
{const Watch=MutationObserver,Shifts=PerformanceObserver,doc=document,{getOwnPropertyNames,defineProperty}=Object,win=window;
const listen=EventTarget.prototype.addEventListener,all=Document.prototype.querySelectorAll,box=Element.prototype.getBoundingClientRect;
const seen={mutations:0,shifts:0,heard:[]};
const boxes=()=>{let all_='',n=0;for(const e of all.call(doc,'*')){if(n++>300)break;const r=box.call(e);all_+=r.x+' '+r.y+' '+r.width+' '+r.height+';'}return all_};
let globals=0,places='';
defineProperty(win,'witness',{enumerable:false,value:()=>({mutations:seen.mutations,shifts:seen.shifts,heard:seen.heard,moved:boxes()!==places,globals:getOwnPropertyNames(win).length-globals})});
for(const type of ${JSON.stringify(HEARD)})listen.call(win,type,e=>{if(e.isTrusted&&!e.defaultPrevented)seen.heard[seen.heard.length]=type});
try{new Shifts(l=>{for(const e of l.getEntries())seen.shifts+=e.hadRecentInput?0:e.value}).observe({type:'layout-shift'})}catch{}
listen.call(doc,'DOMContentLoaded',()=>{globals=getOwnPropertyNames(win).length;places=boxes();
new Watch(r=>{seen.mutations+=r.length}).observe(doc,{subtree:true,childList:true,attributes:true,characterData:true})})}
//]]></script>`;

/**
 * What the page has seen so far.
 * @param touched false where no key and no click are sent.
 */
export async function harmOf(tab: Tab, touched = true): Promise<Harm> {
  // Asked before the key and the click: those may change the page by themselves.
  const before = await read(tab);
  const { heard, ...rest } = before;
  if (!touched) return { ...rest, swallowed: [] };
  await tab.press('x');
  await tab.click(990, 690);
  const after = await read(tab);
  return { ...rest, swallowed: HEARD.filter((type) => !after.heard.slice(heard.length).includes(type)) };
}

function read(tab: Tab) {
  return tab.evaluate(() =>
    (globalThis as unknown as { witness: () => Omit<Harm, 'swallowed'> & { heard: string[] } }).witness(),
  );
}
