import { schemesOf, type AddressProblem } from './read-address.ts';
import type { Findings, Reason } from './reason.ts';
import { type LaterWords, say } from '../words.ts';
import type { HandlerKind } from '../site/data.ts';

/** What a reader is told about the own server; the last of it counts. */
export type Notice =
  | {
      readonly about: 'address';
      readonly problem: AddressProblem;
      readonly text: string;
    }
  | { readonly about: 'asking' }
  | {
      readonly about: 'reasons';
      readonly reasons: readonly Reason[];
      readonly found: Findings;
    }
  /** The handshake is not answered, or the socket is open and silent. */
  | { readonly about: 'waiting' | 'silent'; readonly url: URL };

/** A notice in sentences, each of its own. */
export function noticeText(
  notice: Notice,
  kind: HandlerKind,
  words: LaterWords,
): readonly string[] {
  switch (notice.about) {
    case 'address':
      return [
        say(words[`own.${notice.problem}`], {
          text: notice.text,
          example: exampleOf(kind),
          schemes: schemesOf(kind).join(', '),
        }),
      ];
    case 'asking':
      return [words['own.asking']];
    case 'waiting':
    case 'silent':
      return [
        say(words[`own.${notice.about}`], {
          path: notice.url.pathname + notice.url.search,
        }),
      ];
    case 'reasons':
      return notice.reasons.map((reason) =>
        say(words[`own.${reason}`], valuesOf(notice.found)),
      );
  }
}

/** An address as it is to be typed, with the port that examples use. */
export function exampleOf(kind: HandlerKind, path = '/api'): string {
  return `${schemesOf(kind)[0] ?? ''}//localhost:3000${path}`;
}

function valuesOf({ url, other }: Findings): Record<string, string | number> {
  return {
    host: url.host,
    scheme: url.protocol,
    secure: url.protocol === 'ws:' ? 'wss:' : 'https:',
    root: `https://${url.host}`,
    origin: location.origin,
    header: `Access-Control-Allow-Origin: ${location.origin}`,
    status: other?.status ?? '',
    type: other?.type ?? '',
  };
}
