import { createServer, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { listen } from '../../scripts/site/ports.ts';
import type { Runtime } from '../../src/playground/build/bundles.ts';
import { type Bundle, bundle } from '../../src/playground/build/bundle.ts';
import { sandboxHtml } from '../../src/playground/client/sandbox.ts';
import { once, root, runtimeBundle } from './bundles.ts';

/** A page with the playground below a base path on a static host. */
export interface ServedPage {
  /** URL of the page. */
  readonly url: string;
  /** URL of the same page with a policy that forbids inline scripts. */
  readonly strictUrl: string;
  /** The sandbox's document for the strict page. */
  readonly sandboxUrl: string;
  /** Host that counts connections and requests: `127.0.0.1:34567`. */
  readonly host: string;
  readonly runtime: Runtime;
  /** All requests and upgrades, except for the page's files. */
  readonly foreign: readonly string[];
}

const base = '/some/base/';
const strict =
  "default-src 'none'; script-src 'self'; frame-src 'self'; img-src data:";

const pageScript = once(() =>
  bundle({
    context: root,
    entry: fileURLToPath(new URL('page.ts', import.meta.url)),
    target: ['web', 'es2022'],
  }),
);

/** Builds and serves the page for the tests of a file. */
export function usePlaygroundPage(): () => ServedPage {
  let served: ServedPage | undefined;
  const foreign: string[] = [];
  const note = ({ method, url }: IncomingMessage) => {
    foreign.push(`${method} ${url}`);
  };
  let script: Bundle | undefined;
  const server = createServer((request, response) => {
    const answer = (type: string, body: string, policy?: string) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        ...(policy === undefined ? {} : { 'content-security-policy': policy }),
      });
      response.end(body);
    };
    const html =
      '<!doctype html><title>Playground</title><link rel="icon" href="data:,"><h1>Playground</h1><script src="page.js"></script>';
    if (request.url === base) answer('text/html', html);
    else if (request.url === `${base}strict.html`) {
      answer('text/html', html, strict);
    } else if (request.url === `${base}page.js`) {
      answer('text/javascript', script?.code ?? '');
    } else if (request.url === `${base}sandbox.html`) {
      answer('text/html', sandboxHtml);
    } else {
      note(request);
      response.writeHead(404, { 'access-control-allow-origin': '*' });
      response.end();
    }
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });

  beforeAll(async () => {
    const [runtime, page] = await Promise.all([runtimeBundle(), pageScript()]);
    script = page;
    const host = `127.0.0.1:${await listen(server, 0, 'npm test')}`;
    const url = `http://${host}${base}`;
    served = {
      url,
      strictUrl: `${url}strict.html`,
      sandboxUrl: `${url}sandbox.html`,
      host,
      runtime,
      foreign,
    };
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => {
    if (!served) throw new Error('The page is served inside of a test.');
    return served;
  };
}
