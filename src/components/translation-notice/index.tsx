import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import LastUpdated from '@theme/LastUpdated';
import type { ReactNode } from 'react';
import type { PageTranslation } from '../../translation/reader/page-translation.ts';
import { Links } from './links.tsx';
import { useOriginalUrl } from './original-url.ts';
import { OriginalToggle } from './original-toggle.tsx';
import { shareSentence } from './words.ts';

/** Below a translated page: how far it is, its original, its catalogue, the status of all, and when it was last changed. */
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
