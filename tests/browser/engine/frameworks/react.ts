import { Fragment, createElement as h, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { MORE, type Story } from './story.ts';

let set: (story: Story) => void = () => {};

export function App({ first }: { first: Story }) {
  const [{ title, lines }, change] = useState(first);
  set = change;
  const line = (text: string, count: number, open: boolean) =>
    h(
      Fragment,
      null,
      text,
      ' ',
      count,
      ' times',
      open ? MORE : null,
      count % 2 ? h('b', null, ' indeed') : ' perhaps',
      '.',
    );
  return h(
    'main',
    null,
    h('h1', null, title),
    lines.map(({ id, text, count, open }) => h('p', { key: id }, line(text, count, open))),
  );
}

export async function hydrate(place: HTMLElement, first: Story): Promise<(story: Story) => Promise<void>> {
  hydrateRoot(place, h(App, { first }), { onRecoverableError: (error) => console.error('recovered', error) });
  return async (story) => set(story);
}
