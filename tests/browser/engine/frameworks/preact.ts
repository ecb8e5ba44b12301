import { Fragment, h, hydrate as hydrateTree, render } from 'preact';
import { MORE, type Story } from './story.ts';

export function App({ title, lines }: Story) {
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
  hydrateTree(h(App, first), place);
  return async (story) => render(h(App, story), place);
}
