import { test } from 'vitest';
import { expectEvidence } from '../support/evidence';
import type { AppServer } from '../support/server';
import { askBoth, type ServerPair } from '../support/server-pair';

/** The parts of a response that are the same in every run. */
interface Answer {
  status: number;
  'content-type': string | null;
  body?: '<page HTML>';
}

const sse = 'src/server/routes/api/sse.ts';
const health = 'src/server/routes/api/health.get.ts';

/** Requests; `file` is the route file that should respond. */
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

/** Tests which route responds at each URL. */
export function routes(running: () => ServerPair): void {
  test('each URL responds as recorded', async () => {
    const { development, production } = await askBoth(running(), askAll);
    const evidence: Record<string, unknown> = {};
    for (const [name, { file, url }] of Object.entries(urls)) {
      evidence[name] = {
        file,
        url,
        development: development[name],
        production: production[name],
      };
    }
    await expectEvidence('routes', { kind: 'routes', ...evidence });
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
