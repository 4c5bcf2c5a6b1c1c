import { expect, test } from 'vitest';
import {
  type AppServer,
  type Mode,
  modes,
  startServer,
} from './support/server.ts';

/** One answer, as far as it is the same in every run. */
interface Answer {
  status: number;
  'content-type': string | null;
  body?: '<page HTML>';
}

const sse = 'src/server/routes/api/sse.ts';
const health = 'src/server/routes/api/health.get.ts';

/** What is asked; `file` is the route file that should answer. */
const routes: Record<
  string,
  { file?: string; url: string; methods: readonly string[] }
> = {
  stream: { file: sse, url: '/api/sse', methods: ['GET', 'HEAD', 'POST'] },
  trailingSlash: { file: sse, url: '/api/sse/', methods: ['GET'] },
  query: { file: sse, url: '/api/sse?lastEventId=1', methods: ['GET'] },
  health: { file: health, url: '/api/health', methods: ['GET', 'POST'] },
  withoutApi: { url: '/sse', methods: ['GET'] },
  unknown: { url: '/api/nope', methods: ['GET'] },
};

test('each URL answers as recorded', async () => {
  const evidence: Record<string, unknown> = { kind: 'routes' };
  const answers: Record<Mode, Record<string, unknown>> = {
    development: {},
    production: {},
  };
  for (const mode of modes) {
    const server = await startServer(mode);
    try {
      for (const [name, { url, methods }] of Object.entries(routes)) {
        answers[mode][name] = await ask(server, url, methods);
      }
    } finally {
      await server.stop();
    }
  }
  for (const [name, { file, url }] of Object.entries(routes)) {
    evidence[name] = {
      file,
      url,
      development: answers.development[name],
      production: answers.production[name],
    };
  }
  await expect(`${JSON.stringify(evidence, null, 2)}\n`).toMatchFileSnapshot(
    '../evidence/routes.json',
  );
});

async function ask(
  server: AppServer,
  url: string,
  methods: readonly string[],
): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const method of methods) {
    const connection = new AbortController();
    const response = await fetch(server.url + url, {
      method,
      signal: connection.signal,
    });
    const type = response.headers.get('content-type');
    const isPage =
      type?.startsWith('text/html') &&
      (await response.text()).includes('<app-root');
    answers[method.toLowerCase()] = {
      status: response.status,
      'content-type': type,
      ...(isPage ? { body: '<page HTML>' } : {}),
    };
    connection.abort();
  }
  return answers;
}
