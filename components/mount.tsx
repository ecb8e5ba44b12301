import { type ComponentChild, render } from 'preact';
import { i18n } from '#i18n';
import './tokens.css';
import './base.css';
import './controls.css';

/** Draws one of our pages. Its language and direction are those of its words, which need not be the browser's. */
export function mount(page: ComponentChild, title?: string): void {
  document.documentElement.lang = i18n.t('locale.language');
  document.documentElement.dir = i18n.t('locale.direction');
  document.title = title === undefined ? i18n.t('extension.name') : pageTitle(title);
  render(page, document.body.appendChild(document.createElement('div')));
}

/** As the tab and the history name a page of ours. */
export const pageTitle = (title: string): string => `${title} · ${i18n.t('extension.name')}`;
