import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { type Mode } from './support/server';
import { serverOf } from './support/served-apps';

const api = 'src/server/routes/api';
const folder = `${api}/notes`;

// Requests to both servers. `[id]` is an existing note.
const questions = {
  list: { file: `${folder}/index.get.ts`, url: '/api/notes', method: 'get' },
  create: {
    file: `${folder}/index.post.ts`,
    url: '/api/notes',
    method: 'post',
  },
  read: {
    file: `${folder}/[id].get.ts`,
    url: '/api/notes/[id]',
    method: 'get',
  },
  delete: {
    file: `${folder}/[id].delete.ts`,
    url: '/api/notes/[id]',
    method: 'delete',
  },
  health: { file: `${api}/health.get.ts`, url: '/api/health', method: 'get' },
  trailingSlash: { url: '/api/notes/', method: 'get' },
  query: { url: '/api/notes?limit=1', method: 'get' },
  unknownUrl: { url: '/api/nope', method: 'get' },
  wrongMethod: { url: '/api/health', method: 'put' },
  head: { url: '/api/health', method: 'head' },
  options: { url: '/api/health', method: 'options' },
  // The same, with a catch-all file `[...].ts`.
  unknownNotes: { url: '/api/notes/a/b', method: 'get' },
  wrongMethodNotes: { url: '/api/notes', method: 'put' },
  headNotes: { url: '/api/notes', method: 'head' },
  optionsNotes: { url: '/api/notes', method: 'options' },
  page: { url: '/', method: 'get' },
} satisfies Record<string, { file?: string; url: string; method: string }>;

/** Returns the response of a server for the evidence. */
async function ask(mode: Mode, path: string, method: string) {
  const url = serverOf(mode);
  const post = (note: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: note }),
  });
  const note = await fetch(`${url}/api/notes`, post('A note'));
  const target = path.replace(
    '/api/notes/[id]',
    note.headers.get('location') ?? '',
  );
  const response = await fetch(
    url + target,
    method === 'post' ? post('Another') : { method: method.toUpperCase() },
  );
  const body = await response.text();
  const type = response.headers.get('content-type');
  const allow = response.headers.get('allow');
  return {
    status: response.status,
    statusText: response.statusText,
    ...(type && { 'content-type': type }),
    ...(allow && { allow }),
    ...(body.includes('<app-root') && { body: '<page HTML>' }),
    ...(body.includes('"statusMessage"') && { body: '<error of Nitro>' }),
  };
}

it('records the differences of the two servers', async () => {
  const evidence: Record<string, unknown> = {};
  for (const [name, { method, ...route }] of Object.entries(questions)) {
    evidence[name] = {
      ...route,
      development: { [method]: await ask('development', route.url, method) },
      production: { [method]: await ask('production', route.url, method) },
    };
  }
  await expectEvidence('routes', { kind: 'routes', ...evidence });
});

it.each([
  'list',
  'create',
  'read',
  'delete',
  'health',
  'trailingSlash',
  'query',
  'headNotes',
] as const)('both respond to %s in the same way', async (name) => {
  const { url, method } = questions[name];
  const development = await ask('development', url, method);
  expect(development.status).toBeLessThan(300);
  expect(await ask('production', url, method)).toEqual(development);
});

it('names existing route files', () => {
  for (const question of Object.values(questions)) {
    if ('file' in question) {
      const file = new URL(`../${question.file}`, import.meta.url);
      expect(existsSync(file), question.file).toBe(true);
    }
  }
});

it('sends a page with status 200 for a mistyped URL in production', async () => {
  const { url, method } = questions.unknownUrl;
  expect(await ask('development', url, method)).toMatchObject({
    status: 404,
    body: '<error of Nitro>',
  });
  expect(await ask('production', url, method)).toMatchObject({
    status: 200,
    body: '<page HTML>',
  });
});

it('the catch-all route handles all other URLs, on both servers', async () => {
  for (const mode of ['development', 'production'] as const) {
    const problem = { 'content-type': 'application/problem+json' };
    const { unknownNotes, wrongMethodNotes } = questions;
    expect(await ask(mode, unknownNotes.url, 'get')).toMatchObject({
      status: 404,
      ...problem,
    });
    expect(await ask(mode, wrongMethodNotes.url, 'put')).toMatchObject({
      status: 405,
      allow: 'GET, HEAD, OPTIONS, POST',
      ...problem,
    });
    expect(await ask(mode, '/api/notes/[id]', 'patch')).toMatchObject({
      status: 405,
      allow: 'DELETE, GET, HEAD, OPTIONS, PUT',
    });
    expect(await ask(mode, '/api/notes/[id]', 'head')).toMatchObject({
      status: 200,
    });
  }
});
