import Head from '@docusaurus/Head';
import { translate } from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import { twinOf } from '../address.ts';
import { copyTextAt } from './copy-text.ts';
import styles from './styles.module.css';

/**
 * Offers the Markdown twin of a page: to copy, to read, and to programs that look for it.
 *
 * @param props `permalink` of the page; `language` of the words, since that of the page may be another one
 */
export function PageActions({
  permalink,
  language,
}: {
  readonly permalink: string;
  readonly language: string;
}): ReactNode {
  const [said, setSaid] = useState('');
  const twin = twinOf(permalink);
  const copy = () => {
    copyTextAt(twin).then(
      () =>
        setSaid(
          translate({
            id: 'twin.copied',
            message: 'Copied.',
            description: 'Below the title of a page, after it was copied',
          }),
        ),
      () =>
        setSaid(
          translate({
            id: 'twin.notCopied',
            message: 'The page could not be copied.',
            description: 'Below the title of a page, after a copy that failed',
          }),
        ),
    );
  };
  return (
    <p className={styles.actions} lang={language} data-pagefind-ignore>
      <Head>
        <link rel="alternate" type="text/markdown" href={twin} />
      </Head>
      <button type="button" className={styles.copy} onClick={copy}>
        {translate({
          id: 'twin.copy',
          message: 'Copy as Markdown',
          description: 'The button below the title of a page',
        })}
      </button>
      <a href={twin} type="text/markdown">
        {translate({
          id: 'twin.read',
          message: 'Read as Markdown',
          description: 'The link below the title of a page',
        })}
      </a>
      <span role="status">{said}</span>
    </p>
  );
}
