import { useDoc } from '@docusaurus/plugin-content-docs/client';
import DocItemFooter from '@theme-init/DocItem/Footer';
import type { ReactNode } from 'react';
import { TranslationNotice } from '../../../components/translation-notice/index.tsx';
import { pageTranslationOf } from '../../../../translation/reader/page-translation.ts';

/** The footer of a page; a translated page shows its translation status and links to its catalogue instead of its source. */
export default function DocItemFooterWithTranslation(): ReactNode {
  const { frontMatter, metadata } = useDoc();
  const translation = pageTranslationOf(frontMatter);
  if (!translation) return <DocItemFooter />;
  // EnglishNotice has the same links.
  if (!translation.shown) return null;
  const { permalink, editUrl, lastUpdatedAt } = metadata;
  return (
    <TranslationNotice
      // Resets the state on navigation.
      key={permalink}
      translation={translation}
      editUrl={editUrl}
      lastUpdatedAt={lastUpdatedAt}
    />
  );
}
