/** On the server: the first state of the story, rendered by each framework as it does there. */
import { h } from 'preact';
import { renderToString as renderPreact } from 'preact-render-to-string';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { render as renderSvelte } from 'svelte/server';
import { renderToString as renderVue } from 'vue/server-renderer';
import { App as PreactApp } from './preact.ts';
import { App as ReactApp } from './react.ts';
import Component from './Story.svelte';
import { FIRST } from './story.ts';
import { serverApp } from './vue.ts';

export const html: Record<string, string> = {
  react: renderReact(createElement(ReactApp, { first: FIRST })),
  preact: renderPreact(h(PreactApp, FIRST)),
  vue: await renderVue(serverApp(FIRST)),
  svelte: renderSvelte(Component, { props: { first: FIRST } }).body,
};
