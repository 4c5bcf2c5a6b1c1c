/**
 * Words that are the same in every language of the site. A text of nothing but these is no English left over.
 */
const names = [
  // Products, and what this guide builds.
  ...['Realtime Analog', 'Analog', 'Angular', 'GitHub', 'Nitro', 'Node'],
  ...['Vite', 'Vitest', 'crossws', 'h3', 'nginx', 'Caddy', 'Playwright'],
  ...['SQLite', 'Redis', 'NATS', 'Durable Objects', 'RxJS', 'Chromium'],
  'Dockerfile',
  ...['npm', 'pnpm', 'yarn'],
  // Protocols, formats, methods, APIs and the names that they give to things.
  ...['API', 'CORS', 'HTTP', 'HTTPS', 'HMR', 'JSON', 'SSE', 'SSR', 'URL'],
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  ...['EventSource', 'Server-Sent Events', 'WebSocket', 'WebSockets'],
  // Opcodes, in tables of frames.
  ...['text', 'binary', 'close', 'ping', 'pong'],
  // What browsers and servers say in English: headings of the symptoms quote it, so that a reader finds it.
  ...['Unexpected token', 'Invalid frame header', 'Unexpected response code'],
  ...['Upgrade Required', 'defineEventHandler is not defined'],
  'EventSource is not defined',
  // Who talks in the examples, and by what; what an app says is as the tests recorded it.
  ...['Ada', 'Bob', 'Chi', 'Dan', 'Ada again', 'laptop', 'phone'],
  'Sign in first',
  // A language is named in itself, so that its readers find it.
  ...['English', 'Deutsch', '简体中文'],
];

/** English words that are German, or Chinese, words as well. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...['Browser', 'Build', 'Client', 'Clients', 'In', 'in', 'Opcode'],
    ...['Preset', 'Presets', 'Resource', 'Server', 'Sockets', 'Status'],
    'Streams',
  ],
  'zh-Hans': [],
};

/** `src/app/tick.ts`, `api/`, `[id].get.ts`: a path stands in many places, not all of which are code. */
const path = /^(?:[\w@.[\]-]+\/)*[\w@.[\]-]*(?:\/|\.[a-z]{2,12})$/;

/** A comment that a tool reads. */
const directive = /^(?:\/\/|\/\*)\s*(?:@ts-|eslint-|prettier-)/;

/**
 * Tells whether a text is rightly the same in English and in another language.
 *
 * @param text as a reader sees it
 * @param locale the other language
 */
export function staysAsItIs(text: string, locale: string): boolean {
  if (path.test(text) || directive.test(text)) return true;
  const known = [...names, ...(alike[locale] ?? [])].sort(
    (a, b) => b.length - a.length,
  );
  // `30 s`: the symbols of units are international.
  let rest = text.replaceAll(
    /(?:\d ?\/?|^)(?:[mµ]?s|min|h|[kKMG]i?B|Mbit\/s)(?![\p{L}\d])/gu,
    '',
  );
  for (const name of known) {
    rest = rest.replaceAll(
      new RegExp(`(?<![\\p{L}\\d])${name}(?![\\p{L}\\d])`, 'gu'),
      '',
    );
  }
  return !/\p{L}/u.test(rest);
}
