import { translate } from '@docusaurus/Translate';
import { type Found } from './useSearch.ts';

/** Returns the status of the search, which screen readers announce. */
export function status(found: Found, query: string): string {
  switch (found.state) {
    case 'idle':
      return translate({
        id: 'search.hint',
        message: 'Arrow keys go through the results, Enter opens one.',
        description: 'Shown in the search dialog while the input is empty',
      });
    case 'searching':
      return translate({
        id: 'search.searching',
        message: 'Searching …',
        description: 'Shown in the search dialog while it searches',
      });
    case 'not built':
      return translate({
        id: 'search.notBuilt',
        message: 'The search works on the built site: run npm start.',
        description: 'Shown in the search dialog on the development server',
      });
    case 'not loaded':
      return translate({
        id: 'search.notLoaded',
        message: 'The search couldn’t be loaded. Try again.',
        description: 'Shown in the search dialog when the network fails',
      });
    case 'found':
      return found.hits.length === 0
        ? translate(
            {
              id: 'search.none',
              message: 'Nothing found for “{query}”.',
              description:
                'Shown in the search dialog; {query} is what was typed',
            },
            { query },
          )
        : translate(
            {
              id: 'search.count',
              message: 'Results: {count}',
              description: 'Shown above the results; {count} is their number',
            },
            { count: found.hits.length },
          );
  }
}
