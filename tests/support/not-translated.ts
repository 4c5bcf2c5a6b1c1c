/** Words that are the same in every language. A text of only these isn't untranslated. */
const names = [
  // Products and apps of this guide.
  ...['Realtime Analog', 'Analog', 'Angular', 'GitHub', 'Nitro', 'Node'],
  ...['Vite', 'Vitest', 'crossws', 'h3', 'nginx', 'Caddy', 'Playwright'],
  ...['SQLite', 'Redis', 'NATS', 'Zod', 'Durable Objects', 'RxJS', 'Chromium'],
  ...['Docker', 'Dockerfile', 'wscat', 'create-analog', 'ofetch'],
  ...['npm', 'pnpm', 'yarn'],
  // Protocols, formats, methods, APIs and their names.
  ...['API', 'CORS', 'HTTP', 'HTTPS', 'HMR', 'JSON', 'SSE', 'SSR', 'URL'],
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  ...['EventSource', 'Server-Sent Events', 'WebSocket', 'WebSockets'],
  ...['Cookie', 'REST API', 'SameSite'],
  // Opcodes, in tables of frames.
  ...['text', 'binary', 'close', 'ping', 'pong'],
  // English messages of browsers and servers, which headings quote so that searches find them.
  ...['Unexpected token', 'Invalid frame header', 'Unexpected response code'],
  ...['Upgrade Required', 'defineEventHandler is not defined'],
  ...['EventSource is not defined', 'Invalid URL', 'Blocked by CORS policy'],
  ...[
    'process is not defined',
    'Missing initializer in const declaration',
    'ERR_INVALID_ARG_TYPE',
  ],
  // Names of users and clients in examples; recorded texts are never translated.
  ...['Ada', 'Bob', 'Chi', 'Dan', 'Ada again', 'laptop', 'phone'],
  'Sign in first',
  ...['Hello from .env', 'From the shell', 'not set'],
  // Names of languages are in their own language.
  ...['English', 'Deutsch', '简体中文'],
];

/** English words that are also German or Chinese. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...['Browser', 'Build', 'Client', 'Clients', 'In', 'in', 'Opcode'],
    ...['Code', 'Prerendering', 'Hook', 'Hooks', 'Variable', 'Body', 'Option'],
    ...['Credentials', 'Layout', 'Limit', 'Middleware'],
    ...[
      'Backpressure',
      'Cookies',
      'Deployment',
      'Heartbeats',
      'Name',
      'Preset',
      'Presets',
      'Resource',
      'Server',
    ],
    ...[
      'Situation',
      'Socket',
      'Sockets',
      'Status',
      'Stream',
      'Streams',
      'Symptom',
      'Test',
    ],
  ],
  zh: ['issue'],
};

/** Paths such as `src/app/tick.ts`, `api/`, `[id].get.ts`, which aren't always code. */
const path = /^(?:[\w@.[\]-]+\/)*[\w@.[\]-]*(?:\/|\.[a-z]{2,12})$/;

/** A comment for tools. */
const directive = /^(?:\/\/|\/\*)\s*(?:@ts-|eslint-|prettier-|\/ <reference )/;

/**
 * Whether a text is the same in English and another language.
 *
 * @param text the visible text
 * @param locale the other language
 */
export function staysAsItIs(text: string, locale: string): boolean {
  if (path.test(text) || directive.test(text)) return true;
  const known = [...names, ...(alike[locale] ?? [])].sort(
    (a, b) => b.length - a.length,
  );
  // Symbols of units, as in `30 s`, are international.
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
