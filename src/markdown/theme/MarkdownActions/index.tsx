import Head from '@docusaurus/Head';
import { translate } from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import { alternatePath } from '../../links.ts';
import { copyTextAt } from './copy-text.ts';
import styles from './styles.module.css';

/** Props of the component. */
export interface Props {
  readonly permalink: string;
  /** Language of the labels, which may differ from the page's. */
  readonly language: string;
  /** Offers the alternate to programs only. */
  readonly hidden?: boolean;
}

/** Offers the Markdown alternate of a page: to copy, to read, and to programs. */
export default function MarkdownActions({
  permalink,
  language,
  hidden = false,
}: Props): ReactNode {
  const [status, setStatus] = useState('');
  const url = alternatePath(permalink);
  const copy = () => {
    copyTextAt(url).then(
      () =>
        setStatus(
          translate({
            id: 'markdown.copied',
            message: 'Copied.',
            description: 'Below the title of a page, after it was copied',
          }),
        ),
      () =>
        setStatus(
          translate({
            id: 'markdown.notCopied',
            message: 'The page couldn’t be copied.',
            description: 'Below the title of a page, after a copy that failed',
          }),
        ),
    );
  };
  const alternate = (
    <Head>
      <link rel="alternate" type="text/markdown" href={url} />
    </Head>
  );
  if (hidden) return alternate;
  return (
    <p className={styles.actions} lang={language} data-pagefind-ignore>
      {alternate}
      <button type="button" className={styles.copy} onClick={copy}>
        {translate({
          id: 'markdown.copy',
          message: 'Copy as Markdown',
          description: 'The button below the title of a page',
        })}
      </button>
      <a href={url} type="text/markdown">
        {translate({
          id: 'markdown.read',
          message: 'Read as Markdown',
          description: 'The link below the title of a page',
        })}
      </a>
      <span role="status">{status}</span>
    </p>
  );
}
