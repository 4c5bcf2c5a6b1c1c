import type { Findings, Reason } from './diagnose.ts';
import { visible } from '../visible.ts';
import { type PartWords, formatText } from '../words.ts';
import type { HandlerKind } from '../build/data.ts';

/** A notice about an external server. */
export type Notice =
  | {
      readonly about: 'address';
      readonly problem: AddressProblem;
      readonly text: string;
    }
  | { readonly about: 'diagnosing' }
  | {
      readonly about: 'reasons';
      readonly reasons: readonly Reason[];
      readonly found: Findings;
    }
  /** A slow server, a handshake without a response, or an open socket without messages. */
  | { readonly about: 'slow' | 'waiting' | 'silent'; readonly url: URL };

/** Formats a notice as sentences. */
export function noticeText(
  notice: Notice,
  kind: HandlerKind,
  words: PartWords<'external'>,
): readonly string[] {
  switch (notice.about) {
    case 'address':
      return [
        formatText(words[`external.${notice.problem}`], {
          text: notice.text,
          example: exampleOf(kind),
          schemes: schemesOf(kind).join(', '),
        }),
      ];
    case 'diagnosing':
      return [words['external.diagnosing']];
    case 'slow':
    case 'waiting':
    case 'silent':
      return [
        formatText(words[`external.${notice.about}`], {
          host: notice.url.host,
          path: notice.url.pathname + notice.url.search,
        }),
      ];
    case 'reasons':
      return notice.reasons.map((reason) =>
        formatText(words[`external.${reason}`], valuesOf(notice.found)),
      );
  }
}

/** An example URL. */
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
    type: visible(other?.type ?? ''),
  };
}

/** An error in a URL, by the id of its message. */
export type AddressProblem = 'notUrl' | 'scheme' | 'credentials';

/** The URL schemes of a kind of handler, in display order. */
function schemesOf(kind: HandlerKind): readonly string[] {
  return kind === 'websocket' ? ['ws:', 'wss:'] : ['http:', 'https:'];
}

/**
 * Parses the URL that a reader typed. Nothing is guessed: an incomplete URL or
 * another scheme is never contacted.
 *
 * @param kind of the handler at this URL
 */
export function readAddress(
  text: string,
  kind: HandlerKind,
): URL | AddressProblem {
  // `localhost:3000` has a port but no scheme.
  const scheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.exec(text)?.[0].toLowerCase();
  if (scheme === undefined) return 'notUrl';
  if (!schemesOf(kind).includes(scheme)) return 'scheme';
  if (!URL.canParse(text) || !text.startsWith('//', scheme.length)) {
    return 'notUrl';
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'credentials';
  // A fragment is never sent, and WebSocket rejects it.
  url.hash = '';
  return url;
}
