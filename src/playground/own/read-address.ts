import type { HandlerKind } from '../site/data.ts';

/** What is wrong with an address; the names of its message. */
export type AddressProblem = 'notUrl' | 'scheme' | 'credentials';

/** The schemes in which a kind of handler is spoken to, in the order in which they are shown. */
export function schemesOf(kind: HandlerKind): readonly string[] {
  return kind === 'websocket' ? ['ws:', 'wss:'] : ['http:', 'https:'];
}

/**
 * Reads an address as a reader has typed it. Nothing is guessed: what is no
 * whole address of the right scheme is never contacted.
 *
 * @param kind what is to be found there
 */
export function readAddress(
  text: string,
  kind: HandlerKind,
): URL | AddressProblem {
  // `localhost:3000` has a port and no scheme.
  const scheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.exec(text)?.[0].toLowerCase();
  if (scheme === undefined) return 'notUrl';
  if (!schemesOf(kind).includes(scheme)) return 'scheme';
  if (!URL.canParse(text) || !text.startsWith('//', scheme.length)) {
    return 'notUrl';
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'credentials';
  // A fragment never reaches a server, and WebSocket refuses it.
  url.hash = '';
  return url;
}
