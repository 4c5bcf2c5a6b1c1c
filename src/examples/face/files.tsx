import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { type ReactNode, useEffect, useRef } from 'react';
import { CopyButton } from './copy-button.tsx';
import styles from './styles.module.css';

interface WithChildren {
  readonly children?: ReactNode;
}

/** The files of an example, as a tree of lists. A search finds the page, not each line of code. */
export function ExampleFiles({ children }: WithChildren): ReactNode {
  return (
    <ul className={styles.tree} data-pagefind-ignore="all">
      {children}
    </ul>
  );
}

/** A folder; folders that hold nothing but each other share one name. */
export function ExampleFolder({
  name,
  children,
}: WithChildren & { readonly name: string }): ReactNode {
  return (
    <li>
      <span className={styles.folder}>{`${name}/`}</span>
      <ul>{children}</ul>
    </li>
  );
}

/**
 * A file with its code, folded by the browser: it opens without scripts, and for an address that ends in its id.
 *
 * @param props `path` inside of `example`; `code` as HTML, escaped and coloured at build; `url` in the repository
 */
export function ExampleFile({
  example,
  path,
  code,
  url,
}: {
  readonly example: string;
  readonly path: string;
  readonly code: string;
  readonly url?: string;
}): ReactNode {
  const launch = useBaseUrl(`/stackblitz/${example}.html`);
  const folded = useRef<HTMLDetailsElement>(null);
  const shown = useRef<HTMLPreElement>(null);
  useBrokenLinks().collectAnchor(path);
  // Not every browser opens what holds the target of an address.
  useEffect(() => {
    const { current } = folded;
    if (decodeURIComponent(location.hash.slice(1)) !== path || !current) return;
    current.open = true;
    current.scrollIntoView();
  }, [path]);
  return (
    <li>
      <details className={styles.file} ref={folded}>
        <summary>{nameOf(path)}</summary>
        <div id={path}>
          {/* It scrolls, and so a keyboard has to reach it. */}
          <pre className={styles.code} tabIndex={0} ref={shown}>
            <code translate="no" dangerouslySetInnerHTML={{ __html: code }} />
          </pre>
          <p className={styles.links}>
            <CopyButton text={() => shown.current?.textContent ?? ''} />
            <a
              href={`${launch}?file=${encodeURIComponent(path)}`}
              target="_blank"
              rel="noopener nofollow"
            >
              <Translate
                id="example.file.stackblitz"
                description="Below the code of a file, on the page of an example"
              >
                Open it in StackBlitz
              </Translate>
            </a>
            {url !== undefined && (
              <a href={url}>
                <Translate
                  id="example.file.repository"
                  description="Below the code of a file, on the page of an example"
                >
                  Read it in the repository
                </Translate>
              </a>
            )}
          </p>
        </div>
      </details>
    </li>
  );
}

/**
 * A file that the page does not show.
 *
 * @param props `url` of it in the repository, if that is known
 */
export function ExampleLink({
  path,
  url,
}: {
  readonly path: string;
  readonly url?: string;
}): ReactNode {
  const name = nameOf(path);
  return (
    <li className={styles.link}>
      {url === undefined ? name : <a href={url}>{name}</a>}
    </li>
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
