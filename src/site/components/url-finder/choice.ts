import type {
  FinderData,
  FinderFile,
  FinderLayout,
} from '../../measured/layouts-finder.ts';
import type { Answer } from '../../measured/layouts-record.ts';

/** Measured servers, as in the query string. */
export const servers = ['development', 'production'] as const;

/** A measured server. */
export type Server = (typeof servers)[number];

/** The selection of a reader. */
export interface Choice {
  readonly layout: FinderLayout;
  readonly file: FinderFile;
  readonly server: Server;
}

/** A URL and its measured response. */
export interface MeasuredUrl {
  readonly url: string;
  readonly answer: Answer;
}

/**
 * Parses the choice in a query string, `?layout=…&route=…&server=…`. Missing and unknown values become the first option.
 *
 * @throws if there is no layout, or one without files
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

/** Adds a choice to a query string and keeps its other parameters. */
export function queryOf(search: string, choice: Choice): string {
  const query = new URLSearchParams(search);
  query.set('layout', choice.layout.name);
  query.set('route', choice.file.key);
  query.set('server', choice.server);
  return `?${query}`;
}

/** Whether a query string contains a choice. */
export function hasChoice(search: string): boolean {
  return new URLSearchParams(search).has('layout');
}

/** Lists a layout with all measured base URLs; the one without a base URL comes first. */
export function baseUrlVariants(
  layout: FinderLayout,
  data: FinderData,
): FinderLayout[] {
  return data.layouts.filter(
    ({ withoutBase }) => withoutBase === layout.withoutBase,
  );
}

/** Lists the measured URLs of a file; those that reach it come first. */
export function measuredUrls(
  { file, server }: Pick<Choice, 'file' | 'server'>,
  data: FinderData,
): MeasuredUrl[] {
  const measured = file.urls.flatMap(([url, development, production]) => {
    const index = server === 'development' ? development : production;
    const answer = data.answers[index];
    return answer ? [{ url, answer }] : [];
  });
  return [
    ...measured.filter(answers),
    ...measured.filter((one) => !answers(one)),
  ];
}

/** Whether a URL reaches the file. */
export function answers({ answer }: MeasuredUrl): boolean {
  return answer.outcome === 'answers';
}

function chosen<Item>(
  items: readonly Item[],
  isChosen: (item: Item) => boolean,
): Item {
  const item = items.find(isChosen) ?? items[0];
  if (!item) throw new Error('The URL finder has no options.');
  return item;
}
