import Head from '@docusaurus/Head';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import DocItemMetadata from '@theme-original/DocItem/Metadata';
import type { ReactNode } from 'react';
import { useOriginalUrl } from '../../../components/translation-notice/original-url.ts';
import { pageTranslationOf } from '../../../translation/reader/page-translation.ts';

/** What the head of a page says; a page that stays in English leaves search engines to the English one. */
export default function DocItemMetadataWithOriginal(): ReactNode {
  const { frontMatter } = useDoc();
  const original = useOriginalUrl({ fullyQualified: true });
  return (
    <>
      <DocItemMetadata />
      {pageTranslationOf(frontMatter)?.shown === false && (
        <Head>
          <meta name="robots" content="noindex" />
          <link rel="canonical" href={original} />
          <meta property="og:url" content={original} />
        </Head>
      )}
    </>
  );
}
