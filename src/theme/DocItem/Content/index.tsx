import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { ThemeClassNames } from '@docusaurus/theme-common';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Props } from '@theme/DocItem/Content';
import Heading from '@theme/Heading';
import MDXContent from '@theme/MDXContent';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { InEnglish } from '../../../components/translation-notice/in-english.tsx';
import { PageActions } from '../../../markdown-twins/face/page-actions.tsx';
import { pageTranslationOf } from '../../../translation/reader/page-translation.ts';

/** A page: its title, if it has none of its own, what can be done with it, and its text. What is not translated says which language it is in. */
export default function DocItemContent({ children }: Props): ReactNode {
  const { metadata, frontMatter, contentTitle } = useDoc();
  const {
    i18n: { currentLocale, defaultLocale },
  } = useDocusaurusContext();
  const translation = pageTranslationOf(frontMatter);
  const asWritten = translation?.shown === false;
  const lang = { lang: defaultLocale };
  return (
    <>
      {asWritten && <InEnglish />}
      <div
        className={clsx(ThemeClassNames.docs.docMarkdown, 'markdown')}
        {...(asWritten && lang)}
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
            <PageActions
              permalink={metadata.permalink}
              language={currentLocale}
            />
          </header>
        )}
        <MDXContent>{children}</MDXContent>
      </div>
    </>
  );
}
