import Translate, { translate } from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './styles.module.css';

interface WithChildren {
  readonly children?: ReactNode;
}

/** The files of an example, as nested lists. The search index skips the code. */
export function ExampleFiles({ children }: WithChildren): ReactNode {
  return (
    <ul className={styles.tree} data-pagefind-ignore="all">
      {children}
    </ul>
  );
}

/** A folder. */
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
 * A file with its code, folded. It opens without scripts, and for a URL that ends in its id.
 *
 * @param props `path` inside of `example`; `code` as HTML; `url` in the repository
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
  // Some browsers don't open details that contain the target of the URL.
  useEffect(() => {
    const { current } = folded;
    if (!current || location.hash !== `#${encodeURI(path)}`) return;
    current.open = true;
    current.scrollIntoView();
  }, [path]);
  return (
    <li>
      <details className={styles.file} ref={folded}>
        <summary>{nameOf(path)}</summary>
        <div id={path}>
          {/* Focusable, since it scrolls. */}
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

/** A file that the page only links. */
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

/** Copies a text and shows the result. It is rendered in the browser only. */
function CopyButton({ text }: { readonly text: () => string }): ReactNode {
  const [status, setStatus] = useState('');
  if (!useIsBrowser()) return null;
  const copy = () => {
    // Insecure pages have no clipboard: the promise then rejects.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text()))
      .then(
        () =>
          setStatus(
            translate({
              id: 'example.file.copied',
              message: 'Copied.',
              description: 'Below the code of a file, after a copy',
            }),
          ),
        () =>
          setStatus(
            translate({
              id: 'example.file.notCopied',
              message: 'The browser doesn’t allow copying.',
              description: 'Below the code of a file, after a copy that failed',
            }),
          ),
      );
  };
  return (
    <span>
      <button type="button" className={styles.copy} onClick={copy}>
        <Translate
          id="example.file.copy"
          description="Below the code of a file, on the page of an example"
        >
          Copy the file
        </Translate>
      </button>{' '}
      <span role="status">{status}</span>
    </span>
  );
}
