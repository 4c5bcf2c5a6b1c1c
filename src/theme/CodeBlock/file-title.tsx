import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/**
 * The name of a file above its code. It leads to the file among the others of its app.
 *
 * @param props `page` is the place of the file, from the root of the site in any language
 */
export function FileTitle({
  name,
  page,
}: {
  readonly name: string;
  readonly page: string;
}): ReactNode {
  const href = useBaseUrl(page);
  // A plain link: the browser itself opens what is folded, and nothing is fetched while somebody reads.
  useBrokenLinks().collectLink(href);
  return (
    <a
      className={styles.file}
      href={href}
      title={translate(
        {
          id: 'codeBlock.file',
          message: 'In the app {example}',
          description:
            'What the name of a file says above its code: a link to the page of the example',
        },
        { example: page.split(/[/#]/)[2] ?? '' },
      )}
    >
      {name}
    </a>
  );
}
