import type { Plugin } from 'vite';

/** What the head of every page of ours says, so that the pages' own HTML files need only name their script. */
export const pageShell = (): Plugin => ({
  name: 'liner-notes:page-shell',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { charset: 'utf-8' }, injectTo: 'head-prepend' },
    {
      tag: 'meta',
      attrs: { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      injectTo: 'head-prepend',
    },
    { tag: 'link', attrs: { rel: 'icon', href: '/icons/on-32.png' }, injectTo: 'head' },
  ],
});
