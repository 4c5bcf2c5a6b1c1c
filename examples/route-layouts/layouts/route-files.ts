import type { Protocol, RouteFile, RouteFiles } from './variant';

type Row = readonly [
  key: string,
  protocol: Protocol,
  handler: string,
  path: string,
  tail: string,
];

const main: readonly Row[] = [
  ['websocket', 'websocket', 'socket', 'ws/chat.ts', '/ws/chat'],
  ['websocketId', 'websocket', 'socket', 'ws/rooms/[id].ts', '/ws/rooms/7'],
  [
    'websocketSlug',
    'websocket',
    'socket',
    'ws/topics/[...slug].ts',
    '/ws/topics/a/b',
  ],
  ['websocketGet', 'websocket', 'socket', 'ws/status.get.ts', '/ws/status'],
  ['stream', 'stream', 'stream', 'sse.ts', '/sse'],
  ['get', 'get', 'get', 'hello.get.ts', '/hello'],
  ['post', 'post', 'post', 'messages.post.ts', '/messages'],
  ['id', 'get', 'id', 'items/[id].get.ts', '/items/7'],
  ['slug', 'get', 'slug', 'files/[...slug].get.ts', '/files/a/b'],
];

// Other names: an answer tells which of two folders it came from.
const second: readonly Row[] = [
  ['websocket', 'websocket', 'socket', 'ws/lobby.ts', '/ws/lobby'],
  ['stream', 'stream', 'stream', 'events.ts', '/events'],
  ['get', 'get', 'get', 'greeting.get.ts', '/greeting'],
  ['post', 'post', 'post', 'notes.post.ts', '/notes'],
  ['id', 'get', 'id', 'users/[id].get.ts', '/users/7'],
  ['slug', 'get', 'slug', 'docs/[...slug].get.ts', '/docs/a/b'],
];

/**
 * One route file of every kind.
 *
 * @param folder where they lie in the app
 */
export function routesIn(folder: string): RouteFiles {
  return place(folder, main, (key) => key);
}

/**
 * More route files, for a variant with two folders.
 *
 * @param name begins their keys, for example `outside`
 */
export function moreRoutesIn(folder: string, name: string): RouteFiles {
  return place(
    folder,
    second,
    (key) => `${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
  );
}

function place(
  folder: string,
  rows: readonly Row[],
  keyOf: (key: string) => string,
): RouteFiles {
  return Object.fromEntries(
    rows.map(([key, protocol, handler, path, tail]): [string, RouteFile] => [
      keyOf(key),
      {
        file: `${folder}/${path}`,
        source: `handlers/${handler}.ts`,
        protocol,
        tail,
      },
    ]),
  );
}
