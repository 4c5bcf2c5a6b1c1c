import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A copy of this app that is built with the config of a new app. */
export interface NewApp {
  readonly folder: string;
  /** What the build printed. */
  readonly output: string;
  /** Starts a server of the copy. */
  readonly startServer: typeof import('./server').startServer;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = [
  'index.html',
  'package.json',
  'src',
  'tests/support/server.ts',
  'tsconfig.app.json',
  'tsconfig.json',
  'vite',
];

/**
 * Builds this app with the config of a new app in `dist/<state>`.
 *
 * @param state `before` has the config that create-analog writes, `after` the additions of the guide
 * @throws if the build fails, with its output
 */
export async function buildNewApp(state: 'before' | 'after'): Promise<NewApp> {
  const folder = join(root, 'dist', state);
  await rm(folder, { recursive: true, force: true });
  for (const part of parts) {
    await mkdir(dirname(join(folder, part)), { recursive: true });
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await cp(join(root, state), folder, { recursive: true });

  // A clean environment, since Analog builds no server if `VITEST` is set.
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  const vite = createRequire(import.meta.url).resolve('vite/package.json');
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [join(dirname(vite), 'bin/vite.js'), 'build'],
    { cwd: folder, env: { PATH, HOME, TMPDIR, NODE_OPTIONS } },
  );
  const server = pathToFileURL(join(folder, 'tests/support/server.ts')).href;
  const { startServer } = (await import(
    /* @vite-ignore */ server
  )) as typeof import('./server');
  return { folder, output: stdout + stderr, startServer };
}
