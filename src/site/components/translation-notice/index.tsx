import Link from '@docusaurus/Link';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { useAlternatePageUtils } from '@docusaurus/theme-common/internal';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import LastUpdated from '@theme/LastUpdated';
import type { ReactNode } from 'react';
import type { PageTranslation } from '../../../translation/reader/page-translation.ts';
import { OriginalToggle } from './original-toggle.tsx';
import { shareSentence } from './words.ts';

/** Footer of a translated page: its translated share, links to the original, the catalogue and the status page, and its date. */
export function TranslationNotice({
  translation,
  editUrl,
  lastUpdatedAt,
}: {
  readonly translation: PageTranslation;
  readonly editUrl: string | null | undefined;
  readonly lastUpdatedAt: number | null | undefined;
}): ReactNode {
  const {
    i18n: { currentLocale, defaultLocale },
  } = useDocusaurusContext();
  const original = useOriginalUrl({ fullyQualified: false });
  return (
    <footer
      className="translation-notice docusaurus-mt-lg"
      data-complete={translation.share === 1}
    >
      <span className="translation-notice__share">
        {shareSentence(translation, currentLocale)}
      </span>{' '}
      <OriginalToggle originalUrl={original} />
      <a
        className="translation-notice__link"
        href={original}
        hrefLang={defaultLocale}
      >
        <Translate
          id="translationNotice.original"
          description="Below a translated page: the link to the English page"
        >
          English page
        </Translate>
      </a>
      <Links editUrl={editUrl} />
      {lastUpdatedAt && <LastUpdated lastUpdatedAt={lastUpdatedAt} />}
    </footer>
  );
}

/** Notice above a page that is shown in English because too little of it is translated. */
export function EnglishNotice(): ReactNode {
  const { metadata } = useDoc();
  return (
    <p className="translation-notice translation-notice--english" role="note">
      <Translate
        id="translationNotice.english"
        description="Above a page that is shown in English because too little of it is translated"
      >
        This page is in English: too little of it is translated.
      </Translate>{' '}
      <Links editUrl={metadata.editUrl} />
    </p>
  );
}

/** Links to the catalogue, if the repository is known, and to the status page. */
function Links({
  editUrl,
}: {
  readonly editUrl: string | null | undefined;
}): ReactNode {
  return (
    <>
      {editUrl && (
        <Link className="translation-notice__link" to={editUrl}>
          <Translate
            id="translationNotice.catalogue"
            description="Below a translated page: the link to its catalogue in the repository"
          >
            Improve the translation
          </Translate>
        </Link>
      )}
      <Link className="translation-notice__link" to="/translation-status">
        <Translate
          id="translationNotice.status"
          description="Below a translated page: the link to the page on the status of all translations"
        >
          Translation status
        </Translate>
      </Link>
    </>
  );
}

/** Returns the URL of this page in the default language. */
export function useOriginalUrl({
  fullyQualified,
}: {
  readonly fullyQualified: boolean;
}): string {
  const {
    i18n: { defaultLocale },
  } = useDocusaurusContext();
  return useAlternatePageUtils().createUrl({
    locale: defaultLocale,
    fullyQualified,
  });
}
