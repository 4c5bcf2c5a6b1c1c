import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundSources, readHandler } from './handler.ts';
import { presetsOf } from './presets.ts';
import { recordingsOf } from './recordings.ts';

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
      { from: 'client', opcode: 'text', payload: 'ping' },
      { from: 'server', opcode: 'text', payload: 'pong' },
      { from: 'client', opcode: 'text', payload: '<2001 characters>' },
      { from: 'client', opcode: 'text', payload: 'ping' },
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

it('takes what a handler imports, and knows its URL and what it talks', () => {
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

it('takes the other routes of the app along, but for those that need a server', () => {
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
  // What the handler imports is not sent twice.
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

it('names the files of a page that it is made again for', () => {
  const page = `<Playground of="app/${routes}/ws/chat.ts" />\n<Playground\n  of="app/x.ts" />`;
  const sources = playgroundSources(page, examples);
  expect(sources.slice(0, 2)).toEqual([
    `app/${routes}/ws/chat.ts`,
    'app/src/server/limits.ts',
  ]);
  // One that cannot run now may be mended.
  expect(sources).toContain(`app/${routes}/health.get.ts`);
  expect(sources.at(-1)).toBe('app/x.ts');
});

describe('refuses', () => {
  it.each([
    ['none.ts', /^there is no handler "app\/.*none\.ts" in examples\//],
    ['../../limits.ts', /^there is no handler/],
    [
      'health.get.ts',
      /^examples\/app\/src\/server\/uptime\.ts:3: "process" is not there in a browser/,
    ],
    [
      'parsed.ts',
      /^examples\/app\/.*parsed\.ts:1: imports "yup"; the playground has "h3", "crossws", "zod" and the files/,
    ],
    ['files.ts', /^examples\/app\/.*files\.ts:2: imports "node:fs"/],
    ['broken.ts', /^examples\/app\/.*broken\.ts:1:19: /],
  ])('%s', (path, message) => {
    expect(() => read(path)).toThrow(message);
  });
});

describe('what tests recorded', () => {
  const recorded = (names: string, kind: 'websocket' | 'http' = 'websocket') =>
    recordingsOf(examples, names, kind);

  it('is taken under its name; what is sent is offered once, where it is recorded whole', () => {
    const [chat] = recorded('app/chat');
    expect(chat).toMatchObject({ name: 'chat', url: '/api/ws/chat' });
    expect(presetsOf(recorded('app/chat'))).toEqual([{ text: 'ping' }]);
    expect(recorded('')).toEqual([]);
  });

  it('is refused where there is none', () => {
    expect(() => recorded('app/none')).toThrow(
      /^there is no evidence "app\/none"/,
    );
    expect(() => recorded('app/chat', 'http')).toThrow(
      /^"app\/chat" records nothing that a client sends/,
    );
  });
});
