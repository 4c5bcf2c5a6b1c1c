import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { FinderData, FinderFile } from '../../evidence/layouts-finder.ts';
import type { Answer, Protocol } from '../../evidence/layouts-record.ts';
import { type FinderMessage, outcomeMessages } from './messages.ts';

/**
 * All that the finder knows, as it is told to readers without scripts: for each layout its settings, for each file a table of its
 * URLs with what both servers answer.
 *
 * @param data what was measured
 * @param say the words of the page's language
 */
export function finderAsMarkdown(
  data: FinderData,
  say: (id: FinderMessage) => string,
): RootContent[] {
  const columns = (
    ['urlFinder.url', 'urlFinder.development', 'urlFinder.production'] as const
  ).map((id) => cell([text(say(id))]));
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
        children: [text(`${called(file.protocol)} `), code(file.path)],
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
        ...[development, production].map((place) => {
          const answer = data.answers[place];
          return cell(answer ? outcome(answer) : []);
        }),
      ],
    }));
  }

  function outcome(answer: Answer): PhrasingContent[] {
    const { outcome: own, status, location, leadsTo } = answer;
    return [
      ...(status === undefined || own === 'answers'
        ? []
        : [code(String(status)), text(' ')]),
      text(say(outcomeMessages[own])),
      ...(location === undefined
        ? []
        : [
            text(' → '),
            code(location),
            ...(leadsTo === undefined
              ? []
              : [text(`: ${say(outcomeMessages[leadsTo])}`)]),
          ]),
    ];
  }

  function called(protocol: Protocol): string {
    if (protocol === 'stream') return say('urlFinder.protocol.stream');
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
