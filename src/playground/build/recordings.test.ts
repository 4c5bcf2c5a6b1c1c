import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordingsOf, requestPresets } from './recordings.ts';

let examples = '';

beforeAll(() => {
  examples = mkdtempSync(join(tmpdir(), 'examples-'));
  const folder = join(examples, 'app', 'evidence');
  mkdirSync(folder, { recursive: true });
  const record = (name: string, value: object) =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  record('routes', {
    kind: 'routes',
    health: { url: '/api/health', production: { get: { status: 200 } } },
  });
  record('rooms', {
    kind: 'websocket',
    url: '/api/ws/rooms/tea',
    frames: [{ client: 'Ada', from: 'client', opcode: 'text', payload: 'Hi' }],
  });
  record('broken', {
    kind: 'websocket',
    url: '/api/ws/chat',
    frames: [{ client: 'Ada', from: 'client', opcode: 'close', reason: '' }],
  });
  record('http', {
    kind: 'http',
    exchanges: {
      created: {
        request: { method: 'POST', url: '/api/notes', body: '{}' },
        response: { status: 201, headers: { location: '/api/notes/<note-1>' } },
      },
    },
  });
});
afterAll(() => rmSync(examples, { recursive: true }));

it('offers a route with a method, or an exchange with its recorded location', () => {
  const names = 'app/routes#health.get app/http#created';
  expect(requestPresets(examples, names)).toEqual([
    {
      text: '',
      request: { method: 'GET', path: '/api/health', headers: [] },
    },
    {
      text: '{}',
      request: {
        method: 'POST',
        path: '/api/notes',
        headers: [],
        location: '/api/notes/<note-1>',
      },
    },
  ]);
  expect(requestPresets(examples, 'app/rooms')).toEqual([{ text: 'Hi' }]);
  expect(requestPresets(examples, '')).toEqual([]);
});

it.each(['routes', 'routes#health', 'routes#health.post', 'routes#none.get'])(
  'refuses %s, which contains no request',
  (name) => {
    expect(() => requestPresets(examples, `app/${name}`)).toThrow(
      `"app/${name}" contains no request; ask="…" takes an exchange, or a route`,
    );
  },
);

it('refuses evidence with a missing value', () => {
  expect(() => recordingsOf(examples, 'app/broken', 'websocket')).toThrow(
    'the evidence "app/broken" is invalid at "frames.0.code"',
  );
});
