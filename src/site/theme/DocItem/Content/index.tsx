import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { ThemeClassNames } from '@docusaurus/theme-common';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Props } from '@theme/DocItem/Content';
import Heading from '@theme/Heading';
import MarkdownActions from '@theme/MarkdownActions';
import MDXContent from '@theme/MDXContent';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { EnglishNotice } from '../../../components/translation-notice/index.tsx';
import { pageTranslationOf } from '../../../../translation/reader/page-translation.ts';

/** The content of a page with its title and actions; untranslated content has a `lang` attribute. */
export default function DocItemContent({ children }: Props): ReactNode {
  const { metadata, frontMatter, contentTitle } = useDoc();
  const {
    i18n: { currentLocale, defaultLocale },
  } = useDocusaurusContext();
  const translation = pageTranslationOf(frontMatter);
  const inEnglish = translation?.shown === false;
  const lang = { lang: defaultLocale };
  return (
    <>
      {inEnglish && <EnglishNotice />}
      <div
        className={clsx(ThemeClassNames.docs.docMarkdown, 'markdown')}
        {...(inEnglish && lang)}
      >
        {!frontMatter.hide_title && contentTitle === undefined && (
          <header>
            <Heading as="h1">
              {translation?.title === undefined ? (
                metadata.title
              ) : (
                <>
                  <span {...lang} data-translation={translation.title.gap}>
                    {metadata.title}
                  </span>
                  <small
                    className="translation-note"
                    lang={translation.title.note.language}
                    data-pagefind-ignore
                  >
                    {translation.title.note.text}
                  </small>
                </>
              )}
            </Heading>
            <MarkdownActions
              permalink={metadata.permalink}
              language={currentLocale}
              // The home page begins with a handler instead.
              hidden={metadata.slug === '/'}
            />
          </header>
        )}
        <MDXContent>{children}</MDXContent>
      </div>
    </>
  );
}
