import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestsOf } from './requests.ts';

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

it('takes a route with a method, or an exchange with where its answer leads', () => {
  const names = 'app/routes#health.get app/http#created';
  expect(requestsOf(examples, names)).toEqual([
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
  expect(requestsOf(examples, 'app/rooms')).toEqual([{ text: 'Hi' }]);
  expect(requestsOf(examples, '')).toEqual([]);
});

it.each(['routes', 'routes#health', 'routes#health.post', 'routes#none.get'])(
  'refuses %s: no request is recorded there',
  (name) => {
    expect(() => requestsOf(examples, `app/${name}`)).toThrow(
      `"app/${name}" records no request; ask="…" takes a route and a method`,
    );
  },
);
