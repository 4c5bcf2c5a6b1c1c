import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { listen } from '../../scripts/site/ports.ts';
import { bundle } from '../../src/playground/build/bundle.ts';
import { sandboxHtml } from '../../src/playground/client/sandbox.ts';
import { codeWorkerBundle, once, root, runtimeBundle } from './bundles.ts';

/** A page that contains only a playground, with the site's policy for scripts. */
export interface ServedPanel {
  readonly url: string;
  /** The source of the worker. */
  readonly runtime: string;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; worker-src 'self'; img-src data:; connect-src 'self' http://localhost:* ws://localhost:*";
const html =
  '<!doctype html><html lang="en"><title>Playground</title><link rel="icon" href="data:,"><link rel="stylesheet" href="face.css"><link rel="stylesheet" href="editor.css"><body><script src="page.js"></script>';

/** Builds and serves the page for the tests of a file. */
export function usePanelPage(): () => ServedPanel {
  let served: ServedPanel | undefined;
  const files = new Map<string, readonly [type: string, text: string]>();
  const server = createServer((request, response) => {
    const [type, text] = files.get(request.url ?? '') ?? [];
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      ...(request.url === '/' && { 'content-security-policy': policy }),
    });
    response.end(text);
  });
  beforeAll(async () => {
    const [runtime, worker, page] = await Promise.all([
      runtimeBundle(),
      codeWorkerBundle(),
      pageScript(),
    ]);
    const style = (path: string) =>
      readFileSync(pathOf(`../../src/playground/${path}`), 'utf8');
    files.set('/', ['text/html', html]);
    files.set('/page.js', ['text/javascript', page.code]);
    files.set('/code-worker.js', ['text/javascript', worker.code]);
    files.set('/sandbox.html', ['text/html', sandboxHtml]);
    files.set('/face.css', ['text/css', style('ui/ui.css')]);
    files.set('/editor.css', ['text/css', style('editor/editor.css')]);
    const port = await listen(server, 0, 'npm test');
    served = { url: `http://localhost:${port}/`, runtime: runtime.code };
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

const pageScript = once(() => {
  const docusaurus = pathOf('docusaurus.tsx');
  return bundle({
    context: root,
    entry: pathOf('panel-page.tsx'),
    target: ['web', 'es2022'],
    output: { asyncChunks: false },
    resolve: {
      alias: {
        '@docusaurus/Link$': docusaurus,
        '@docusaurus/useBaseUrl$': docusaurus,
      },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
          },
          type: 'javascript/auto',
        },
        { test: /\.css$/, type: 'asset/source' },
      ],
    },
  });
});

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
