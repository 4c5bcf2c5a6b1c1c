import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = join(root, 'dist/without-plugins');
const parts = [
  'index.html',
  'package.json',
  'src',
  'tests/support/reuse-app-build.ts',
  'tests/support/server.ts',
  'tsconfig.app.json',
  'tsconfig.json',
  'vite',
];

/**
 * Builds the server of a copy of this app without `src/server/plugins`, for comparison; called once by Vitest.
 *
 * @throws if the build fails, with its output
 */
export default async function buildWithoutPlugins(): Promise<void> {
  const plugins = join(root, 'src/server/plugins');
  for (const part of parts) {
    await rm(join(copy, part), { recursive: true, force: true });
    await mkdir(dirname(join(copy, part)), { recursive: true });
    await cp(join(root, part), join(copy, part), {
      recursive: true,
      filter: (source) => source !== plugins,
    });
  }
  await cp(join(root, 'tests/without-plugins'), copy, { recursive: true });
  // A clean environment, since Analog builds no server if `VITEST` is set.
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  const vite = createRequire(import.meta.url).resolve('vite/package.json');
  await promisify(execFile)(
    process.execPath,
    [join(dirname(vite), 'bin/vite.js'), 'build'],
    { cwd: copy, env: { PATH, HOME, TMPDIR, NODE_OPTIONS } },
  );
}
