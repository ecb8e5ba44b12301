// Templates are compiled where they run: the tests have no compiler of their own for them.
import '@angular/compiler';
import { type ApplicationConfig, type ApplicationRef, Component, signal } from '@angular/core';
import { type BootstrapContext, bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { FIRST, MORE, type Story } from './story.ts';

class StoryView {
  readonly story = signal(FIRST);
  readonly more = MORE;
}

const View = Component({
  selector: 'app-story',
  template: `<main><h1>{{ story().title }}</h1>@for (line of story().lines; track line.id) {<p>{{ line.text }} {{ line.count }} times@if (line.open) {<ng-container>{{ more }}</ng-container>}@if (line.count % 2) {<b> indeed</b>} @else {<ng-container> perhaps</ng-container>}.</p>}</main>`,
})(StoryView);

/** What stands in the page before Angular comes. */
export const PLACE = '<app-story></app-story>';

/** Starts the view; on the server with what rendering there needs, and in its context. */
export const start = (more: ApplicationConfig['providers'] = [], context?: BootstrapContext): Promise<ApplicationRef> =>
  bootstrapApplication(View, { providers: [provideClientHydration(), ...more] }, context);

export async function hydrate(): Promise<(story: Story) => Promise<void>> {
  const app = await start();
  const view = app.components[0]!.instance as StoryView;
  return async (story) => {
    view.story.set(story);
    await app.whenStable();
  };
}
