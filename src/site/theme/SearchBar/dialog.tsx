import Link from '@docusaurus/Link';
import { translate } from '@docusaurus/Translate';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { status } from './status.ts';
import styles from './styles.module.css';
import { useSearch } from './useSearch.ts';

interface SearchDialogProps {
  readonly ref: RefObject<HTMLDialogElement | null>;
  /** Base URL of the default locale. */
  readonly root: string;
}

/** The search dialog: arrow keys move through the results, Enter opens the first one, Escape closes the dialog. */
export function SearchDialog({ ref, root }: SearchDialogProps): ReactNode {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const found = useSearch(query, root);
  const hits = found.state === 'found' ? found.hits : [];
  const close = () => ref.current?.close();

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const focused = links.findIndex((link) => link === document.activeElement);
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      links[Math.min(focused + 1, links.length - 1)]?.focus();
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      (links[focused - 1] ?? input.current)?.focus();
    } else if (
      event.key === 'Enter' &&
      document.activeElement === input.current
    ) {
      event.preventDefault();
      links[0]?.click();
    }
  };

  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-label={translate({
        id: 'search.dialog',
        message: 'Search this guide',
        description: 'The name of the search dialog',
      })}
      onKeyDown={onKeyDown}
      // The target of a click on the backdrop is the dialog.
      onClick={(event) => event.target === ref.current && close()}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <input
            ref={input}
            className={styles.input}
            // With type="search", Escape would clear the input instead of closing the dialog.
            type="text"
            role="searchbox"
            enterKeyHint="search"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder={translate({
              id: 'search.placeholder',
              message: 'Search this guide',
              description: 'The placeholder of the search input',
            })}
            aria-label={translate({
              id: 'search.input',
              message: 'Words to search for',
              description: 'The name of the search input for screen readers',
            })}
          />
          <button type="button" className={styles.close} onClick={close}>
            {translate({
              id: 'search.close',
              message: 'Close',
              description: 'The button that closes the search dialog',
            })}
          </button>
        </div>
        <p className={styles.status} role="status">
          {status(found, query)}
        </p>
        {hits.length > 0 && (
          <ol ref={list} className={styles.hits}>
            {hits.map((hit) => (
              <li key={hit.url}>
                <Link to={hit.url} autoAddBaseUrl={false} onClick={close}>
                  <strong>{hit.title}</strong>
                  {hit.page && <small>{hit.page}</small>}
                  <span>
                    <Excerpt html={hit.excerpt} />
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </div>
    </dialog>
  );
}

/** Whether a key belongs to an input method, such as the Enter that confirms pinyin. Safari reports only its key code. */
function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari needs it
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

/** Renders an excerpt of the search engine; only text and <mark> of its HTML. */
function Excerpt({ html }: { readonly html: string }): ReactNode {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node, index) =>
    node.nodeName === 'MARK' ? (
      <mark key={index}>{node.textContent}</mark>
    ) : (
      node.textContent
    ),
  );
}
