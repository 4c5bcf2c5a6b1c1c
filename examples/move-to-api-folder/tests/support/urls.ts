import { askHttp, type HttpAnswer } from './http-outcome';
import type { AppServer } from './server';
import { askBoth, type ServerPair } from './server-pair';
import { askChat } from './chat-outcome';

/** All URLs that clients of both layouts may request. */
export const urls = {
  socket: { old: '/ws/chat', new: '/api/ws/chat' },
  stream: { old: '/sse', new: '/api/sse' },
  notes: { old: '/notes', new: '/api/notes' },
} as const;

/** The file that serves the old and the new URL, by the names in `urls`. */
export type Served = Readonly<
  Partial<Record<`${keyof typeof urls}${'' | 'WithApi'}`, string>>
>;

/**
 * Requests every URL from both servers of an app, for a record of kind `routes`.
 *
 * @param served the file that should respond at a URL
 */
export async function measureUrls(pair: ServerPair, served: Served) {
  const both = async (
    name: keyof Served,
    url: string,
    ask: (server: AppServer, url: string) => Promise<object>,
  ) => {
    const file = served[name];
    return {
      [name]: {
        ...(file === undefined ? {} : { file }),
        url,
        ...(await askBoth(pair, (server) => ask(server, url))),
      },
    };
  };
  return {
    ...(await both('socket', urls.socket.old, socketAt)),
    ...(await both('socketWithApi', urls.socket.new, socketAt)),
    ...(await both('stream', urls.stream.old, streamAt)),
    ...(await both('streamWithApi', urls.stream.new, streamAt)),
    ...(await both('notes', urls.notes.old, notesAt)),
    ...(await both('notesWithApi', urls.notes.new, notesAt)),
  };
}

/** Returns the results of a socket and of a GET at a URL. */
export async function socketAt({ url: server }: AppServer, url: string) {
  return {
    ...(await askChat(server, url)),
    get: await askHttp(server + url),
  };
}

/** Returns the result of an event stream at a URL. */
export async function streamAt({ url: server }: AppServer, url: string) {
  return { get: await askHttp(server + url) };
}

/** Returns the results of a client that lists the notes at a URL, and adds one. */
export async function notesAt(
  { url: server }: AppServer,
  url: string,
): Promise<{ get: HttpAnswer; post: HttpAnswer }> {
  return {
    get: await askHttp(server + url),
    post: await askHttp(server + url, 'Hello'),
  };
}
