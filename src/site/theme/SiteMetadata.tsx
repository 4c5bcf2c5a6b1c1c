import Head from '@docusaurus/Head';
import { useAllDocsData } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
// `@theme-init` is Docusaurus's fallback here, which renders nothing.
import SiteMetadata from '@docusaurus/theme-classic/lib/theme/SiteMetadata';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactElement } from 'react';

/** Metadata of the site. Without this, the theme would add a canonical URL and translations to the 404 page. */
export default function MetadataOfKnownPages(): ReactElement {
  return useIsPage() ? <SiteMetadata /> : <NotFoundMetadata />;
}

/** All pages of this site are docs. */
function useIsPage(): boolean {
  const docs = Object.values(useAllDocsData());
  const current = withoutSlash(useLocation().pathname);
  return docs
    .flatMap(({ versions }) => versions.flatMap(({ docs }) => docs))
    .some(({ path }) => withoutSlash(path) === current);
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

function NotFoundMetadata(): ReactElement {
  const { siteConfig } = useDocusaurusContext();
  const heading = translate({
    id: 'theme.NotFound.title',
    message: 'Page Not Found',
    description: 'Title of the 404 page',
  });
  const title = `${heading} | ${siteConfig.title}`;
  return (
    <Head>
      <title>{title}</title>
      <meta property="og:title" content={title} />
      <meta name="robots" content="noindex" />
    </Head>
  );
}
