/** On the server: the first state of the story, rendered by each framework as it does there. */
// Before all else of Angular: its own packages ask for it as they are loaded.
import '@angular/compiler';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { h } from 'preact';
import { renderToString as renderPreact } from 'preact-render-to-string';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { render as renderSvelte } from 'svelte/server';
import { renderToString as renderVue } from 'vue/server-renderer';
import { PLACE, start as startAngular } from './angular.ts';
import { App as PreactApp } from './preact.ts';
import { App as ReactApp } from './react.ts';
import Component from './Story.svelte';
import { FIRST } from './story.ts';
import { serverApp } from './vue.ts';

const angular = await renderApplication((context) => startAngular([provideServerRendering()], context), {
  document: `<!doctype html><html><head></head><body>${PLACE}</body></html>`,
  url: '/angular',
});

export const html: Record<string, string> = {
  react: renderReact(createElement(ReactApp, { first: FIRST })),
  preact: renderPreact(h(PreactApp, FIRST)),
  vue: await renderVue(serverApp(FIRST)),
  svelte: renderSvelte(Component, { props: { first: FIRST } }).body,
  angular: /<body[^>]*>(.*)<\/body>/s.exec(angular)![1]!,
};
