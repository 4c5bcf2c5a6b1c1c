import { type Configuration, rspack } from '@rspack/core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { property } from '../../core/property.ts';

/** One file of JavaScript. */
export interface Bundle {
  readonly code: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * Bundles an entry and all it imports to one minified file for browsers.
 *
 * @param settings configuration of this bundle, with its `entry`
 * @throws with all errors of the bundler
 */
export async function bundle(settings: Configuration): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  try {
    await run({
      mode: 'production',
      target: ['webworker', 'es2022'],
      devtool: false,
      performance: false,
      optimization: {
        minimizer: [
          new rspack.SwcJsMinimizerRspackPlugin({
            minimizerOptions: {
              ecma: 2022,
              compress: { passes: 4, ecma: 2022, toplevel: true },
              mangle: { toplevel: true },
              format: { comments: false },
            },
          }),
        ],
      },
      module: {
        rules: [
          {
            test: /\.ts$/,
            loader: 'builtin:swc-loader',
            options: {
              jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
            },
            type: 'javascript/auto',
          },
        ],
      },
      ...settings,
      resolve: { extensions: ['.ts', '...'], ...settings.resolve },
      output: { ...settings.output, path: folder, filename: 'bundle.js' },
    });
    const code = readFileSync(join(folder, 'bundle.js'), 'utf8');
    return {
      code,
      bytes: Buffer.byteLength(code),
      gzipBytes: gzipSync(code, { level: 9 }).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(configuration: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    rspack(configuration, (failure, stats) => {
      if (failure) reject(failure);
      else if (!stats || stats.hasErrors() || stats.hasWarnings()) {
        reject(
          new Error(
            `The playground cannot be bundled:\n${stats?.toString({ preset: 'errors-warnings' })}`,
          ),
        );
      } else resolve();
    });
  });
}

/** Packages that the runtime is made of, with their versions. */
export type Versions = Readonly<Record<string, string>>;

/**
 * The versions of packages in `package-lock.json`.
 *
 * @param root the repository
 * @throws when one is not in it, or another version is installed
 */
export function lockedVersions(
  root: string,
  names: readonly string[],
): Versions {
  const lock = parse(join(root, 'package-lock.json'));
  return Object.fromEntries(
    names.map((name) => {
      const folder = `node_modules/${name}`;
      const locked = property(lock, 'packages', folder, 'version');
      if (typeof locked !== 'string') {
        throw new Error(
          `package-lock.json:1: has no "${name}"; the playground runs it. Install it.`,
        );
      }
      const manifest = join(root, 'node_modules', name, 'package.json');
      const installed = property(parse(manifest), 'version');
      if (installed !== locked) {
        throw new Error(
          `package-lock.json:1: ${name} is ${locked}; installed is ${String(installed)}. Run npm install.`,
        );
      }
      return [name, locked];
    }),
  );
}

function parse(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
