import { rspack, type Configuration } from '@rspack/core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of JavaScript. */
export interface Bundle {
  readonly code: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * Bundles an entry and all it imports to one minified file for browsers.
 *
 * @param settings what differs from bundle to bundle; its `entry` is needed
 * @throws with all that the bundler finds wrong
 */
export async function bundle(settings: Configuration): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  try {
    await run({
      mode: 'production',
      target: ['webworker', 'es2022'],
      devtool: false,
      performance: false,
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
