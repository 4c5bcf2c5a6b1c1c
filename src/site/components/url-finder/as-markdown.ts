import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { FinderData, FinderFile } from '../../measured/layouts-finder.ts';
import type {
  Answer,
  Outcome,
  Protocol,
} from '../../measured/layouts-record.ts';

/** English texts of the finder, the same as in its components, whose translations Docusaurus extracts. */
export const finderMessages = {
  'urlFinder.url': 'URL',
  'urlFinder.development': 'Development',
  'urlFinder.production': 'Production',
  'urlFinder.protocol.stream': 'Event stream',
  'urlFinder.outcome.answers': 'answers',
  'urlFinder.outcome.otherRoute': 'another route answers',
  'urlFinder.outcome.silent': 'opens and stays silent',
  'urlFinder.outcome.noContentType':
    'streams without its content type; EventSource gives up',
  'urlFinder.outcome.upgradeRequired': 'upgrade required',
  'urlFinder.outcome.redirects': 'redirects',
  'urlFinder.outcome.page': 'the page of the app, as HTML',
  'urlFinder.outcome.notFound': 'not found',
  'urlFinder.outcome.wrongMethod': 'method not allowed',
  'urlFinder.outcome.refused': 'refuses the connection',
  'urlFinder.outcome.closes': 'opens and closes immediately',
  'urlFinder.outcome.hangs': 'hangs: no answer',
  'urlFinder.outcome.fails': 'fails with an error',
} as const;

type FinderMessage = keyof typeof finderMessages;

/** Id of the text for each outcome. */
const outcomeMessages = {
  answers: 'urlFinder.outcome.answers',
  'answers as another route': 'urlFinder.outcome.otherRoute',
  'opens and stays silent': 'urlFinder.outcome.silent',
  'streams without its content type': 'urlFinder.outcome.noContentType',
  'upgrade required': 'urlFinder.outcome.upgradeRequired',
  redirects: 'urlFinder.outcome.redirects',
  'page HTML': 'urlFinder.outcome.page',
  'not found': 'urlFinder.outcome.notFound',
  'method not allowed': 'urlFinder.outcome.wrongMethod',
  refused: 'urlFinder.outcome.refused',
  closes: 'urlFinder.outcome.closes',
  hangs: 'urlFinder.outcome.hangs',
  fails: 'urlFinder.outcome.fails',
} as const satisfies Record<Outcome, FinderMessage>;

/** Writes the finder as Markdown: for each layout its settings, for each file a table of its URLs and the responses of both servers. */
export function finderAsMarkdown(
  data: FinderData,
  message: (id: FinderMessage) => string,
): RootContent[] {
  const columns = (
    ['urlFinder.url', 'urlFinder.development', 'urlFinder.production'] as const
  ).map((id) => cell([text(message(id))]));
  return data.layouts.flatMap(({ about, settings, files }): RootContent[] => [
    {
      type: 'paragraph',
      children: [
        { type: 'strong', children: [text(about)] },
        ...settings.flatMap((setting) => [text(' '), code(setting)]),
      ],
    },
    ...files.flatMap((file): RootContent[] => [
      {
        type: 'paragraph',
        children: [text(`${protocolName(file.protocol)} `), code(file.path)],
      },
      {
        type: 'table',
        children: [{ type: 'tableRow', children: columns }, ...rowsOf(file)],
      },
    ]),
  ]);

  function rowsOf({ urls }: FinderFile) {
    return urls.map(([url, development, production]) => ({
      type: 'tableRow' as const,
      children: [
        cell([code(url)]),
        ...[development, production].map((index) => {
          const answer = data.answers[index];
          return cell(answer ? outcome(answer) : []);
        }),
      ],
    }));
  }

  function outcome(answer: Answer): PhrasingContent[] {
    const { outcome: seen, status, location, leadsTo } = answer;
    return [
      ...(status === undefined || seen === 'answers'
        ? []
        : [code(String(status)), text(' ')]),
      text(message(outcomeMessages[seen])),
      ...(location === undefined
        ? []
        : [
            text(' → '),
            code(location),
            ...(leadsTo === undefined
              ? []
              : [text(`: ${message(outcomeMessages[leadsTo])}`)]),
          ]),
    ];
  }

  function protocolName(protocol: Protocol): string {
    if (protocol === 'stream') return message('urlFinder.protocol.stream');
    return protocol === 'websocket' ? 'WebSocket' : protocol.toUpperCase();
  }
}

function cell(children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}
