import { useDoc } from '@docusaurus/plugin-content-docs/client';
import DocItemFooter from '@theme-original/DocItem/Footer';
import type { ReactNode } from 'react';
import { TranslationNotice } from '../../../components/translation-notice/index.tsx';
import { pageTranslationOf } from '../../../translation/reader/page-translation.ts';

/** The end of a page; a translated one says how far it is, with a link to its catalogue in place of the one to its source. */
export default function DocItemFooterWithTranslation(): ReactNode {
  const { frontMatter, metadata } = useDoc();
  const translation = pageTranslationOf(frontMatter);
  if (!translation) return <DocItemFooter />;
  // What is in English for want of translations says so at its top, with the same links.
  if (!translation.shown) return null;
  const { permalink, editUrl, lastUpdatedAt } = metadata;
  return (
    <TranslationNotice
      // What it shows belongs to the page.
      key={permalink}
      translation={translation}
      editUrl={editUrl}
      lastUpdatedAt={lastUpdatedAt}
    />
  );
}
