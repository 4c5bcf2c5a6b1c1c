import { rspack } from '@rspack/core';
import { createRequire } from 'node:module';
import { STATUS_CODES } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Bundle, bundle } from './bundle.ts';
import { lockedVersions, type Versions } from './locked-versions.ts';
import { findWsChunk } from './ws-chunk.ts';

/** The text that runs in the worker. */
export interface Runtime extends Bundle {
  /** What it is made of. */
  readonly versions: Versions;
}

const packages = ['h3', 'crossws', 'nitropack', 'node-mock-http'];

// The adapter names them and uses none of them without `ws`.
const unused = ['stream', 'events', 'http', 'crypto', 'buffer', 'zlib'].concat([
  'https',
  'net',
  'tls',
  'url',
]);

/**
 * Builds what a page loads to start servers and to reach them, alone: its size
 * is the reason. A site bundles `host/start-server.ts` with its own code.
 *
 * @param root the repository
 * @throws when the bundler fails
 */
export function buildHost(root: string): Promise<Bundle> {
  return bundle({
    context: root,
    entry: fileURLToPath(new URL('host/start-server.ts', import.meta.url)),
    target: ['web', 'es2022'],
    output: { library: { type: 'var', name: 'playground' } },
  });
}

/**
 * Builds the runtime: the installed h3 and crossws, and what stands in for Node.
 *
 * @param root the repository, whose lockfile names the versions
 * @throws when crossws has no `ws` chunk to replace, a version is not the
 * lockfile's, or the bundler fails
 */
export async function buildRuntime(root: string): Promise<Runtime> {
  const versions = lockedVersions(root, packages);
  const here = fileURLToPath(new URL('runtime/', import.meta.url));
  const { resolve } = createRequire(pathToFileURL(join(root, 'package.json')));
  const adapter = resolve('crossws/adapters/node');
  const { file, serverExport } = findWsChunk(adapter);
  const standIn = JSON.stringify(join(here, 'ws.ts'));
  const bundled = await bundle({
    context: root,
    entry: join(here, 'worker.ts'),
    resolve: {
      // Not `node`: packages that ask get what they have for browsers.
      conditionNames: ['worker', 'browser', 'import', 'default'],
      alias: {
        ...Object.fromEntries(unused.map((name) => [`${name}$`, false])),
        'node-mock-http/_polyfill/events$': join(here, 'event-emitter.ts'),
        'node-mock-http/_polyfill/buffer$': join(here, 'buffer.ts'),
        'iron-webcrypto$': join(here, 'iron-webcrypto.ts'),
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
