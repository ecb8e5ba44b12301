import { hydrate as hydrateComponent, tick } from 'svelte';
import Component from './Story.svelte';
import type { Story } from './story.ts';

export async function hydrate(place: HTMLElement, first: Story): Promise<(story: Story) => Promise<void>> {
  let set: (story: Story) => void = () => {};
  const listen = (change: typeof set) => {
    set = change;
  };
  hydrateComponent(Component, { target: place, props: { first, listen } });
  return async (story) => {
    set(story);
    await tick();
  };
}
