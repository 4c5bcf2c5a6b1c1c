import Head from '@docusaurus/Head';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import DocItemMetadata from '@theme-init/DocItem/Metadata';
import type { ReactNode } from 'react';
import { useOriginalUrl } from '../../../components/translation-notice/index.tsx';
import { pageTranslationOf } from '../../../../translation/reader/page-translation.ts';

/** The metadata of a page; an untranslated page has the English one as its canonical URL. */
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
