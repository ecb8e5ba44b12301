import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Logo } from './Logo.tsx';

export type PageName = 'glossary' | 'compare' | 'options';
const PAGES: PageName[] = ['glossary', 'compare', 'options'];

/** The top of each of our pages: which one this is, the way to the others, and room for a search. */
export function PageHeader({ current, children }: { current?: PageName; children?: ComponentChildren }) {
  return (
    <header class="page-header">
      <a class="brand" href="/glossary.html">
        <Logo />
        {i18n.t('extension.name')}
      </a>
      <nav aria-label={i18n.t('nav.label')}>
        {PAGES.map((page) => (
          <a key={page} href={`/${page}.html`} aria-current={page === current ? 'page' : undefined}>
            {i18n.t(`nav.${page}`)}
          </a>
        ))}
      </nav>
      {children}
    </header>
  );
}
