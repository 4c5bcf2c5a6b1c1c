import { useEffect, useState } from 'react';
import type { Hit, Search } from './pagefind.ts';

/** State of the search. */
export type Found =
  | { readonly state: 'idle' }
  | { readonly state: 'searching' }
  | { readonly state: 'not built' }
  | { readonly state: 'not loaded' }
  | { readonly state: 'found'; readonly hits: readonly Hit[] };

const debounce = 120;
/** Development servers have no index. */
const withoutIndex = process.env.NODE_ENV === 'development';
let loading: Promise<Search> | undefined;

/**
 * Searches while the reader types. The first query loads the search engine.
 *
 * @param root base URL of the default locale
 */
export function useSearch(query: string, root: string): Found {
  const [found, setFound] = useState<Found>({ state: 'idle' });

  useEffect(() => {
    if (query.trim() === '') {
      setFound({ state: 'idle' });
      return;
    }
    let outdated = false;
    const show = (next: Found) => {
      if (!outdated) setFound(next);
    };
    const timer = setTimeout(() => {
      show({ state: 'searching' });
      loading ??= load(root);
      loading
        .then((search) => search(query))
        .then((hits) => show({ state: 'found', hits }))
        .catch(() => {
          // The next query retries.
          loading = undefined;
          show({ state: withoutIndex ? 'not built' : 'not loaded' });
        });
    }, debounce);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [query, root]);

  return found;
}

/** Loads the code of the search, which most readers of a page don't need. */
async function load(root: string): Promise<Search> {
  const { loadSearch } = await import('./pagefind.ts');
  return loadSearch(root);
}
