import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import DocItemTOCDesktop from '@theme-init/DocItem/TOC/Desktop';
import type { ReactNode } from 'react';
import { pageTranslationOf } from '../../../../../translation/reader/page-translation.ts';

/** The table of contents, with a `lang` attribute on an untranslated page. */
export default function DocItemTOCDesktopWithLanguage(): ReactNode {
  const { frontMatter } = useDoc();
  const {
    i18n: { defaultLocale },
  } = useDocusaurusContext();
  if (pageTranslationOf(frontMatter)?.shown !== false)
    return <DocItemTOCDesktop />;
  return (
    <div lang={defaultLocale} className="translation-contents">
      <DocItemTOCDesktop />
    </div>
  );
}
