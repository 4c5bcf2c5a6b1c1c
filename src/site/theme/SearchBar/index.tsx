import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useRef } from 'react';
import { SearchDialog } from './dialog.tsx';
import styles from './styles.module.css';

/** The navbar button and the keyboard shortcuts that open the search. */
export default function SearchBar(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => dialog.current?.showModal();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const combination =
        (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (combination || (event.key === '/' && !isTyping(event.target))) {
        event.preventDefault();
        if (!dialog.current?.open) dialog.current?.showModal();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className={styles.open}
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        aria-label={translate({
          id: 'search.open',
          message: 'Search',
          description: 'The button in the navbar that opens the search',
        })}
      >
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m12.5 12.5 5 5" />
        </svg>
        <span className={styles.openLabel}>
          <Translate
            id="search.open"
            description="The button in the navbar that opens the search"
          >
            Search
          </Translate>
        </span>
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
      </button>
      <SearchDialog ref={dialog} root={useSiteRoot()} />
    </>
  );
}

/** Returns the base URL of the default locale, which contains the search indexes of all locales. */
function useSiteRoot(): string {
  const {
    siteConfig: { baseUrl },
    i18n: { currentLocale, defaultLocale },
  } = useDocusaurusContext();
  return currentLocale === defaultLocale
    ? baseUrl
    : baseUrl.slice(0, -`${currentLocale}/`.length);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
