import { useEffect, useState } from 'react';
import { type Hit, loadSearch, type Search } from './pagefind.ts';

/** What the dialog shows below its input. */
export type Found =
  | { readonly state: 'nothing asked' }
  | { readonly state: 'searching' }
  | { readonly state: 'not built' }
  | { readonly state: 'not loaded' }
  | { readonly state: 'found'; readonly hits: readonly Hit[] };

const pauseWhileTyping = 120;
/** The development server has no index; every built site has. */
const withoutIndex = process.env.NODE_ENV === 'development';
let loading: Promise<Search> | undefined;

/**
 * Searches while the reader types. The engine is loaded with the first query
 * and kept for all later ones.
 *
 * @param query what the reader has typed so far
 * @param root path of the site, that of the default locale
 */
export function useSearch(query: string, root: string): Found {
  const [found, setFound] = useState<Found>({ state: 'nothing asked' });

  useEffect(() => {
    if (query.trim() === '') {
      setFound({ state: 'nothing asked' });
      return;
    }
    let outdated = false;
    const show = (next: Found) => {
      if (!outdated) setFound(next);
    };
    const timer = setTimeout(() => {
      show({ state: 'searching' });
      loading ??= loadSearch(root, document.documentElement.lang);
      loading
        .then((search) => search(query))
        .then((hits) => show({ state: 'found', hits }))
        .catch(() => {
          // A later query tries again: the network may have been away.
          loading = undefined;
          show({ state: withoutIndex ? 'not built' : 'not loaded' });
        });
    }, pauseWhileTyping);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [query, root]);

  return found;
}
