import type {
  FinderData,
  FinderFile,
  FinderLayout,
} from '../../evidence/layouts-finder.ts';
import type { Answer } from '../../evidence/layouts-record.ts';

/** The servers that were asked, as the address names them. */
export const servers = ['development', 'production'] as const;

/** One of them. */
export type Server = (typeof servers)[number];

/** What a reader looks for. */
export interface Choice {
  readonly layout: FinderLayout;
  readonly file: FinderFile;
  readonly server: Server;
}

/** A URL and what was seen there. */
export interface SeenUrl {
  readonly url: string;
  readonly answer: Answer;
}

/**
 * The choice that an address holds.
 *
 * @param search its query: `?layout=…&route=…&server=…`
 * @param data what there is to choose from
 * @returns the choice; the first of its kind stands for what the query lacks or what there is not
 * @throws when there is no layout, or one without files
 */
export function choiceOf(search: string, data: FinderData): Choice {
  const query = new URLSearchParams(search);
  const layout = chosen(
    data.layouts,
    ({ name }) => name === query.get('layout'),
  );
  return {
    layout,
    file: chosen(layout.files, ({ key }) => key === query.get('route')),
    server:
      servers.find((server) => server === query.get('server')) ?? servers[0],
  };
}

/**
 * The address of a choice.
 *
 * @param search the query so far; what is not the finder's stays
 * @param choice what the reader chose
 * @returns the new query
 */
export function searchOf(search: string, choice: Choice): string {
  const query = new URLSearchParams(search);
  query.set('layout', choice.layout.name);
  query.set('route', choice.file.key);
  query.set('server', choice.server);
  return `?${query}`;
}

/**
 * Whether an address holds a choice.
 *
 * @param search its query
 */
export function holdsChoice(search: string): boolean {
  return new URLSearchParams(search).has('layout');
}

/**
 * A layout with each of the base URLs with which it was measured.
 *
 * @param layout any of them
 * @param data all layouts
 * @returns the one without a base URL first
 */
export function withEachBase(
  layout: FinderLayout,
  data: FinderData,
): FinderLayout[] {
  return data.layouts.filter(
    ({ withoutBase }) => withoutBase === layout.withoutBase,
  );
}

/**
 * What was seen at the URLs of a file.
 *
 * @param choice the file and the server
 * @param data the answers
 * @returns the URLs that were asked, those that answer first
 */
export function seenUrls(
  { file, server }: Pick<Choice, 'file' | 'server'>,
  data: FinderData,
): SeenUrl[] {
  const seen = file.urls.flatMap(([url, development, production]) => {
    const place = server === 'development' ? development : production;
    const answer = data.answers[place];
    return answer ? [{ url, answer }] : [];
  });
  return [...seen.filter(answers), ...seen.filter((one) => !answers(one))];
}

/**
 * Whether the file itself answers at a URL.
 *
 * @param seen the URL
 */
export function answers({ answer }: SeenUrl): boolean {
  return answer.outcome === 'answers';
}

function chosen<Item>(
  items: readonly Item[],
  isChosen: (item: Item) => boolean,
): Item {
  const item = items.find(isChosen) ?? items[0];
  if (!item) throw new Error('The URL finder has nothing to choose from.');
  return item;
}
