import type { Answer } from '../host/http.ts';
import type { PlaygroundSocket } from '../host/socket.ts';
import type { StreamReader } from './stream.ts';

/** What a client needs of a socket: of one into the page, or of a real one. */
export type ClientSocket = Pick<
  PlaygroundSocket,
  | 'binaryType'
  | 'readyState'
  | 'handshake'
  | 'onopen'
  | 'onmessage'
  | 'onclose'
  | 'send'
  | 'close'
  | 'drop'
>;

/** What panels ask of a server: of one in the page, or of a reader's own. */
export interface Target {
  readonly origin: string;
  /** @returns undefined for what is no address */
  connect(path: string): ClientSocket | undefined;
  request(path: string, init: RequestInit): Promise<Answer>;
}

/** A reader's own server. */
export interface OwnServer extends Target {
  /** A client of an event stream of it. */
  stream(): StreamReader;
}
