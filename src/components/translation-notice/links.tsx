import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';

/** Where the translation can be improved, if the repository is known, and where all of it is listed. */
export function Links({
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
