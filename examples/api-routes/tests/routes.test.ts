import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Mode } from './support/server.ts';
import { serverOf } from './support/served-apps.ts';

const api = 'src/server/routes/api';
const folder = `${api}/notes`;

// What is asked of both servers. `[id]` stands for a note that there is.
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
  // The same, where a file `[...].ts` answers what no other answers.
  unknownNotes: { url: '/api/notes/a/b', method: 'get' },
  wrongMethodNotes: { url: '/api/notes', method: 'put' },
  headNotes: { url: '/api/notes', method: 'head' },
  optionsNotes: { url: '/api/notes', method: 'options' },
  page: { url: '/', method: 'get' },
} satisfies Record<string, { file?: string; url: string; method: string }>;

/** What one server answers, as the evidence keeps it. */
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

it('records where the two servers differ', async () => {
  const evidence: Record<string, unknown> = { kind: 'routes' };
  for (const [name, { method, ...route }] of Object.entries(questions)) {
    evidence[name] = {
      ...route,
      development: { [method]: await ask('development', route.url, method) },
      production: { [method]: await ask('production', route.url, method) },
    };
  }
  await expect(`${JSON.stringify(evidence, null, 2)}\n`).toMatchFileSnapshot(
    '../evidence/routes.json',
  );
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
] as const)('answers %s alike', async (name) => {
  const { url, method } = questions[name];
  const development = await ask('development', url, method);
  expect(development.status).toBeLessThan(300);
  expect(await ask('production', url, method)).toEqual(development);
});

it('names route files that there are', () => {
  for (const question of Object.values(questions)) {
    if ('file' in question) {
      const file = new URL(`../${question.file}`, import.meta.url);
      expect(existsSync(file), question.file).toBe(true);
    }
  }
});

it('gives a client of a mistyped URL a page with status 200 in production', async () => {
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

it('answers what no other file answers, on both servers', async () => {
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
