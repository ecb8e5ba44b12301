/** In the page: takes over what the server rendered, when told to, and changes it again and again. */
import { hydrate as angular } from './frameworks/angular.ts';
import { hydrate as preact } from './frameworks/preact.ts';
import { hydrate as react } from './frameworks/react.ts';
import { changed, FIRST } from './frameworks/story.ts';
import { hydrate as svelte } from './frameworks/svelte.ts';
import { hydrate as vue } from './frameworks/vue.ts';

const FRAMEWORKS = { react, preact, vue, svelte, angular };

let story = FIRST;
let seed = 0;
let show: ((next: typeof story) => Promise<void>) | null = null;

/** Takes over; what the framework says against the server's HTML goes to the console. */
async function hydrate(name: keyof typeof FRAMEWORKS): Promise<void> {
  show = await FRAMEWORKS[name](document.querySelector<HTMLElement>('#app')!, FIRST);
}

/** Renders `times` changed states, letting the browser draw in between now and then. */
async function render(times: number): Promise<void> {
  for (const end = seed + times; seed < end; ) {
    story = changed(story, ++seed);
    await show!(story);
    if (seed % 5 === 0) await new Promise(requestAnimationFrame);
  }
}

Object.assign(globalThis, { hydrate, render });
