import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import DocItemTOCDesktop from '@theme-original/DocItem/TOC/Desktop';
import type { ReactNode } from 'react';
import { pageTranslationOf } from '../../../../translation/reader/page-translation.ts';

/** The headings beside a page; those of a page that stays in English say so. */
export default function DocItemTOCDesktopWithLanguage(): ReactNode {
  const { frontMatter } = useDoc();
  const {
    i18n: { defaultLocale },
  } = useDocusaurusContext();
  if (pageTranslationOf(frontMatter)?.shown !== false)
    return <DocItemTOCDesktop />;
  return (
    // It sticks to the column: the element must be no box of its own.
    <div lang={defaultLocale} style={{ display: 'contents' }}>
      <DocItemTOCDesktop />
    </div>
  );
}
