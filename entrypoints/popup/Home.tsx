import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { useSiteNames } from './site-names.ts';
import type { PageHere } from './use-page.ts';
import { useSite } from './use-site.ts';

/** The first view: this site, this page once the glossary is there to tell of it, and where to go from here. */
export function Home({ page, children }: { page: PageHere; children: ComponentChildren }) {
  const { site, act, stored } = useSite(page);
  const nameOf = useSiteNames(site?.name);
  return (
    <>
      <SiteSwitch {...{ site, nameOf, stored, act }} status={page.status} allowed={page.allowed} />
      <Trouble trouble={page.trouble} />
      {children}
      <nav class="pages" aria-label={i18n.t('nav.label')}>
        {(['compare', 'glossary', 'options'] as const).map((name) => (
          <a key={name} href={`/${name}.html`} target="_blank" rel="noreferrer">
            {i18n.t(`nav.${name}`)}
          </a>
        ))}
      </nav>
    </>
  );
}
