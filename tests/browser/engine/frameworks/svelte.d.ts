declare module '*.svelte' {
  import type { Component } from 'svelte';
  import type { Story } from './story.ts';

  const component: Component<{ first: Story; listen?: (change: (story: Story) => void) => void }>;
  export default component;
}
