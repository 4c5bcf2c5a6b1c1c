import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexPage } from '../../core/page-index.ts';
import { playgroundDependencies, readHandler } from './handler.ts';
import { presetsOf, recordingsOf } from './recordings.ts';

const routes = 'src/server/routes/api';
const files: Readonly<Record<string, string>> = {
  [`${routes}/ws/chat.ts`]: `import { defineWebSocketHandler } from 'h3';\nimport type { Peer } from 'nowhere';\nimport { limit } from '../../../limits';\nexport default defineWebSocketHandler({ message(peer: Peer) { peer.send(limit); } });\n`,
  'src/server/limits.ts': `export const limit = '1';\n`,
  [`${routes}/sse.ts`]: `import { createEventStream } from 'h3';\nexport default createEventStream;\n`,
  [`${routes}/notes.post.ts`]: `const event = { process: 1 };\nexport default () => event.process;\n`,
  [`${routes}/health.get.ts`]: `import '../../uptime';\nexport default () => 1;\n`,
  'src/server/uptime.ts': `// process is mentioned here\nexport const up =\n  process.env.UP;\n`,
  [`${routes}/age.get.ts`]: `export default () => [process.uptime(), process.getActiveResourcesInfo()];\n`,
  [`${routes}/parsed.get.ts`]: `import { z } from 'zod';\nexport default () => z.string();\n`,
  [`${routes}/old.ts`]: `export { default } from './ws/chat';\n`,
  [`${routes}/parsed.ts`]: `import { object } from 'yup';\nexport default () => object;\n`,
  [`${routes}/files.ts`]: `\nimport { readFileSync } from 'node:fs';\nexport default () => readFileSync;\n`,
  [`${routes}/broken.ts`]: `export default () => {\n`,
  'evidence/chat.json': JSON.stringify({
    kind: 'websocket',
    url: '/api/ws/chat',
    frames: [
      { client: 'Ada', from: 'client', opcode: 'text', payload: 'ping' },
      { client: 'Ada', from: 'server', opcode: 'text', payload: 'pong' },
      {
        client: 'Ada',
        from: 'client',
        opcode: 'text',
        payload: '<2001 characters>',
      },
      { client: 'Ada', from: 'client', opcode: 'text', payload: 'ping' },
    ],
  }),
};
let examples = '';

beforeAll(() => {
  examples = mkdtempSync(join(tmpdir(), 'examples-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(examples, 'app', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
});
afterAll(() => rmSync(examples, { recursive: true }));

const read = (path: string) => readHandler(examples, `app/${routes}/${path}`);

it('compiles a handler with its imports, and finds its URL and protocol', () => {
  const { route, kind, files } = read('ws/chat.ts');
  expect(route).toEqual({ url: '/api/ws/chat', method: undefined });
  expect(kind).toBe('websocket');
  expect(files.map(({ path }) => path)).toEqual([
    `${routes}/ws/chat.ts`,
    'src/server/limits.ts',
  ]);
  expect(read('old.ts')).toMatchObject({
    kind: 'websocket',
    route: { url: '/api/old' },
  });
  expect(read('sse.ts').kind).toBe('event-stream');
  expect(read('notes.post.ts')).toMatchObject({
    kind: 'http',
    route: { url: '/api/notes', method: 'post' },
  });
});

it('includes the other routes of the app, except those that need a server', () => {
  const { routes: found, others, missing, members } = read('ws/chat.ts');
  expect(found[0]).toEqual({
    url: '/api/ws/chat',
    method: undefined,
    kind: 'websocket',
  });
  expect(found.slice(1).map(({ url, method }) => [url, method])).toEqual([
    ['/api/age', 'GET'],
    ['/api/notes', 'POST'],
    ['/api/old', undefined],
    ['/api/parsed', 'GET'],
    ['/api/sse', undefined],
  ]);
  // Imports of the handler are sent once.
  expect(others.map(({ path }) => path)).toEqual(
    ['age.get.ts', 'notes.post.ts', 'old.ts', 'parsed.get.ts', 'sse.ts'].map(
      (name) => `${routes}/${name}`,
    ),
  );
  expect(missing).toEqual(
    ['broken.ts', 'files.ts', 'health.get.ts', 'parsed.ts'].map(
      (name) => `${routes}/${name}`,
    ),
  );
  expect([...members]).toEqual([['zod', [['z', 'string']]]]);
});

it('depends on the handler, its app and its evidence', () => {
  const page = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .parse(
      `<Playground ask="app/routes#list.get" send="app/chat app/talk" of="app/${routes}/ws/chat.ts" />\n\n<Playground\n  of="app/x.ts" />`,
    );
  const paths = playgroundDependencies(indexPage(page), examples);
  expect(paths).toEqual(
    expect.arrayContaining([
      `app/${routes}/ws/chat.ts`,
      'app/src/server/limits.ts',
      // Routes that can't run may do so after a change.
      'app/src/',
      'app/evidence/chat.json',
      'app/evidence/talk.json',
      'app/evidence/routes.json',
      'app/x.ts',
    ]),
  );
});

describe('refuses', () => {
  it.each([
    ['none.ts', /^there is no handler "app\/.*none\.ts" in .*examples-/],
    ['../../limits.ts', /^there is no handler/],
    [
      'health.get.ts',
      /app\/src\/server\/uptime\.ts:3: "process" does not exist in a browser/,
    ],
    [
      'parsed.ts',
      /app\/.*parsed\.ts:1: imports "yup"; the playground has "h3", "crossws", "zod" and the files/,
    ],
    ['files.ts', /app\/.*files\.ts:2: imports "node:fs"/],
    ['broken.ts', /app\/.*broken\.ts:1:19: /],
  ])('%s', (path, message) => {
    expect(() => read(path)).toThrow(message);
  });
});

describe('evidence', () => {
  const recorded = (names: string, kind: 'websocket' | 'http' = 'websocket') =>
    recordingsOf(examples, names, kind);

  it('is read under its name, and each completely recorded message is a preset once', () => {
    const [chat] = recorded('app/chat');
    expect(chat).toMatchObject({ name: 'chat', url: '/api/ws/chat' });
    expect(presetsOf(recorded('app/chat'))).toEqual([{ text: 'ping' }]);
    expect(recorded('')).toEqual([]);
  });

  it('is rejected if it is missing', () => {
    expect(() => recorded('app/none')).toThrow(
      /^there is no evidence "app\/none"/,
    );
    expect(() => recorded('app/chat', 'http')).toThrow(
      /^"app\/chat" contains nothing that a client sends/,
    );
  });
});
