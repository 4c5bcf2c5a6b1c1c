import { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** The title of a code block, which links to the file on the page of its app. */
export function FileTitle({
  name,
  page,
}: {
  readonly name: string;
  readonly page: string;
}): ReactNode {
  const href = useBaseUrl(page);
  // A plain <a>, with which the browser opens <details> and Docusaurus prefetches nothing.
  useBrokenLinks().collectLink(href);
  const [path = ''] = page.split('#');
  return (
    <a
      className={styles.file}
      href={href}
      title={translate(
        {
          id: 'codeBlock.file',
          message: 'In the app {example}',
          description:
            'The tooltip of a file name above its code: a link to the page of the example',
        },
        { example: path.slice(path.lastIndexOf('/') + 1) },
      )}
    >
      {name}
    </a>
  );
}
