import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundSources, readHandler } from './handler.ts';
import { presetsOf } from './presets.ts';

const routes = 'src/server/routes/api';
const files: Readonly<Record<string, string>> = {
  [`${routes}/ws/chat.ts`]: `import { defineWebSocketHandler } from 'h3';\nimport type { Peer } from 'nowhere';\nimport { limit } from '../../../limits';\nexport default defineWebSocketHandler({ message(peer: Peer) { peer.send(limit); } });\n`,
  'src/server/limits.ts': `export const limit = '1';\n`,
  [`${routes}/sse.ts`]: `import { createEventStream } from 'h3';\nexport default createEventStream;\n`,
  [`${routes}/notes.post.ts`]: `const event = { process: 1 };\nexport default () => event.process;\n`,
  [`${routes}/health.get.ts`]: `import '../../uptime';\nexport default () => 1;\n`,
  'src/server/uptime.ts': `// process is mentioned here\nexport const up =\n  process.uptime();\n`,
  [`${routes}/parsed.ts`]: `import { z } from 'zod';\nexport default () => z;\n`,
  [`${routes}/files.ts`]: `\nimport { readFileSync } from 'node:fs';\nexport default () => readFileSync;\n`,
  [`${routes}/broken.ts`]: `export default () => {\n`,
  'evidence/chat.json': JSON.stringify({
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
  expect(read('sse.ts').kind).toBe('event-stream');
  expect(read('notes.post.ts')).toMatchObject({
    kind: 'http',
    route: { url: '/api/notes', method: 'post' },
  });
});

it('names the files of a page that it is made again for', () => {
  const page = `<Playground of="app/${routes}/ws/chat.ts" />\n<Playground of="app/x.ts" />`;
  expect(playgroundSources(page, examples)).toEqual([
    `app/${routes}/ws/chat.ts`,
    'app/src/server/limits.ts',
    'app/x.ts',
  ]);
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
      /^examples\/app\/.*parsed\.ts:1: imports "zod"; the playground has "h3", "crossws" and the files/,
    ],
    ['files.ts', /^examples\/app\/.*files\.ts:2: imports "node:fs"/],
    ['broken.ts', /^examples\/app\/.*broken\.ts:1:19: /],
  ])('%s', (path, message) => {
    expect(() => read(path)).toThrow(message);
  });
});

describe('what tests send', () => {
  it('is offered once, where it is recorded whole', () => {
    expect(presetsOf(examples, 'app/chat', 'websocket')).toEqual([
      { text: 'ping' },
    ]);
    expect(presetsOf(examples, '', 'websocket')).toEqual([]);
  });

  it('is refused where there is none', () => {
    expect(() => presetsOf(examples, 'app/none', 'websocket')).toThrow(
      /^there is no evidence "app\/none"/,
    );
    expect(() => presetsOf(examples, 'app/chat', 'http')).toThrow(
      /^"app\/chat" records nothing that a client sends/,
    );
  });
});
