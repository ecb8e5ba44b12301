import { createSSRApp, h, nextTick, shallowRef } from 'vue';
import { MORE, type Story } from './story.ts';

function app(first: Story) {
  const story = shallowRef(first);
  const view = createSSRApp({
    render: () =>
      h('main', [
        h('h1', story.value.title),
        story.value.lines.map(({ id, text, count, open }) =>
          h('p', { key: id }, [
            text,
            ` ${count} times`,
            open ? MORE : null,
            count % 2 ? h('b', ' indeed') : ' perhaps',
            '.',
          ]),
        ),
      ]),
  });
  return { story, view };
}

/** Rendered by `vue/server-renderer`. */
export const serverApp = (first: Story) => app(first).view;

export async function hydrate(place: HTMLElement, first: Story): Promise<(story: Story) => Promise<void>> {
  const { story, view } = app(first);
  view.mount(place);
  return async (next) => {
    story.value = next;
    await nextTick();
  };
}
