import { rspack } from '@rspack/core';
import { createRequire } from 'node:module';
import { STATUS_CODES } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readdirSync, readFileSync } from 'node:fs';
import {
  type Bundle,
  bundle,
  lockedVersions,
  type Versions,
} from './bundle.ts';

/** The source of the worker. */
export interface Runtime extends Bundle {
  /** Versions of its packages. */
  readonly versions: Versions;
}

const packages = ['h3', 'crossws', 'nitropack', 'node-mock-http'];

// The adapter imports them, but only `ws` uses them.
const unused = ['stream', 'events', 'http', 'crypto', 'buffer', 'zlib'].concat([
  'https',
  'net',
  'tls',
  'url',
]);

/**
 * Bundles the client alone, to measure it.
 *
 * @param root the repository
 * @throws when the bundler fails
 */
export function buildHost(root: string): Promise<Bundle> {
  return bundle({
    context: root,
    entry: fileURLToPath(new URL('../client/start-server.ts', import.meta.url)),
    target: ['web', 'es2022'],
    output: { library: { type: 'var', name: 'playground' } },
  });
}

/**
 * Builds the worker that compiles and highlights the code of the editor.
 *
 * @param root the repository
 * @throws when the bundler fails
 */
export function buildCodeWorker(root: string): Promise<Bundle> {
  return bundle({
    context: root,
    entry: fileURLToPath(new URL('../editor/worker.ts', import.meta.url)),
  });
}

/**
 * Bundles the runtime: the installed h3 and crossws, and replacements of Node modules.
 *
 * @param root the repository, whose lockfile names the versions
 * @throws when crossws has no `ws` chunk to replace, a version is not the
 * lockfile's, or the bundler fails
 */
export async function buildRuntime(root: string): Promise<Runtime> {
  const versions = lockedVersions(root, packages);
  const runtimeFolder = fileURLToPath(new URL('../runtime/', import.meta.url));
  const { resolve } = createRequire(pathToFileURL(join(root, 'package.json')));
  const adapter = resolve('crossws/adapters/node');
  const { file, serverExport } = findWsChunk(adapter);
  const standIn = JSON.stringify(join(runtimeFolder, 'ws.ts'));
  const bundled = await bundle({
    context: root,
    entry: join(runtimeFolder, 'worker.ts'),
    resolve: {
      // Without `node`: packages resolve to their browser versions.
      conditionNames: ['worker', 'browser', 'import', 'default'],
      alias: {
        ...Object.fromEntries(unused.map((name) => [`${name}$`, false])),
        'node-mock-http/_polyfill/events$': join(
          runtimeFolder,
          'event-emitter.ts',
        ),
        'node-mock-http/_polyfill/buffer$': join(runtimeFolder, 'buffer.ts'),
        'iron-webcrypto$': join(runtimeFolder, 'iron-webcrypto.ts'),
      },
    },
    plugins: [
      new rspack.NormalModuleReplacementPlugin(
        new RegExp(`/${basename(file).replaceAll('.', '\\.')}$`),
        `data:text/javascript,export { WebSocketServer as ${serverExport} } from ${standIn};`,
      ),
      new rspack.DefinePlugin({ STATUS_CODES: JSON.stringify(STATUS_CODES) }),
    ],
  });
  return { ...bundled, versions };
}

/** The file of crossws that contains the `ws` package. */
export interface WsChunk {
  /** Its path. */
  readonly file: string;
  /** The export name of the server class. */
  readonly serverExport: string;
}

// Only `ws` imports all of these.
const imports = ['net', 'tls', 'http', 'https', 'zlib'];

/**
 * Finds the chunk of crossws with the bundled `ws` package by what it imports,
 * since its name changes with each release.
 *
 * @param adapter the path of crossws's `adapters/node.mjs`
 * @throws when there is not exactly one, or it has another shape
 */
function findWsChunk(adapter: string): WsChunk {
  const folder = join(dirname(adapter), '../shared');
  const chunks = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join(folder, name))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return imports.every((name) =>
        new RegExp(`^import .* from ['"](node:)?${name}['"]`, 'm').test(text),
      );
    });
  const [file] = chunks;
  if (file === undefined || chunks.length > 1) {
    throw new Error(
      `${folder}: ${chunks.length} files import ${imports.join(', ')}; one did, with the "ws" package inside, and the playground puts src/playground/runtime/ws.ts in its place. Find it, and update src/playground/build/bundles.ts.`,
    );
  }
  const exported = /_WebSocketServer as ([\w$]+)/.exec(
    readFileSync(file, 'utf8')
      .split(/^export /m)
      .at(-1) ?? '',
  );
  const serverExport = exported?.[1];
  if (serverExport === undefined) {
    throw new Error(
      `${file}: exports no "_WebSocketServer"; the playground gives crossws another one under its name. Find its new name, and update src/playground/build/bundles.ts.`,
    );
  }
  return { file, serverExport };
}
