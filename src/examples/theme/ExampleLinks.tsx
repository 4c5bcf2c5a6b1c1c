import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** Properties of the links. */
interface LinksProps {
  readonly example: string;
  /** Size of the zip in kilobytes. */
  readonly zip: string;
  readonly size?: 'sm';
}

/** Links that open an example in StackBlitz and download it. */
export function ExampleLinks({ example, zip, size }: LinksProps): ReactNode {
  const sized = size && `button--${size}`;
  return (
    <p className={styles.ways}>
      <a
        className={clsx('button button--primary', sized)}
        href={useBaseUrl(`/stackblitz/${example}.html`)}
        target="_blank"
        rel="noopener nofollow"
      >
        <Translate
          id="example.stackblitz"
          description="Button on the page of an example"
        >
          Open in StackBlitz
        </Translate>
      </a>
      <a
        className={clsx('button button--secondary', sized)}
        href={useBaseUrl(`/downloads/${example}.zip`)}
        download
      >
        <Translate
          id="example.zip"
          description="Button on the page of an example"
          values={{ size: zip }}
        >
          {'Download as zip ({size} kB)'}
        </Translate>
      </a>
    </p>
  );
}
