import { expect, test } from 'vitest';
import type { AppServer } from '../support/server.ts';
import { askBoth, type ServerPair } from '../support/server-pair.ts';

/** One answer, as far as it is the same in every run. */
interface Answer {
  status: number;
  'content-type': string | null;
  body?: '<page HTML>';
}

const sse = 'src/server/routes/api/sse.ts';
const health = 'src/server/routes/api/health.get.ts';

/** What is asked; `file` is the route file that should answer. */
const urls: Record<
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

/** What answers at which URL. */
export function routes(running: () => ServerPair): void {
  test('each URL answers as recorded', async () => {
    const { development, production } = await askBoth(running(), askAll);
    const evidence: Record<string, unknown> = { kind: 'routes' };
    for (const [name, { file, url }] of Object.entries(urls)) {
      evidence[name] = {
        file,
        url,
        development: development[name],
        production: production[name],
      };
    }
    await expect(`${JSON.stringify(evidence, null, 2)}\n`).toMatchFileSnapshot(
      '../evidence/routes.json',
    );
  });
}

async function askAll(server: AppServer): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, { url, methods }] of Object.entries(urls)) {
    answers[name] = await ask(server, url, methods);
  }
  return answers;
}

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
