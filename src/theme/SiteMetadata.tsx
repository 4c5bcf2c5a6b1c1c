import Head from '@docusaurus/Head';
import { useAllDocsData } from '@docusaurus/plugin-content-docs/client';
import { useLocation } from '@docusaurus/router';
import { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import SiteMetadata from '@theme-original/SiteMetadata';
import type { ReactElement } from 'react';

/**
 * What search engines and cards are told. The theme gives an unknown address a
 * canonical address and translations, though none of these exist.
 */
export default function MetadataOfPagesThatExist(): ReactElement {
  return useIsPage() ? <SiteMetadata /> : <NotFoundMetadata />;
}

/** All pages of this site are documents. */
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
