import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wrong = join(root, 'dist/wrong');
const prerendered = join(wrong, 'prerendered');
const parts = [
  '.env',
  'index.html',
  'package.json',
  'src',
  'tests/support',
  'tsconfig.json',
  'vite',
];

/** What replaces defaults. */
const corrections = [
  'src/server/middleware',
  'src/server/plugins',
  'src/app/pages/[...not-found].page.ts',
];

/** Vite's command line. */
export const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
);

/** The environment of a build. Analog builds no server if `VITEST` is set. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_OPTIONS, BACKEND_URL } = process.env;
  return { PATH, HOME, TMPDIR, NODE_OPTIONS, BACKEND_URL };
}

/**
 * Builds a copy of this app with the files of `wrong/`, for comparison; called once by Vitest. Another copy with the same pages
 * waits in `prerendered` to be built by a test.
 *
 * @throws if the build fails, with its output
 */
export default async function buildDefaults(): Promise<void> {
  await rm(wrong, { recursive: true, force: true });
  for (const copy of [wrong, prerendered]) {
    for (const part of parts) {
      await mkdir(dirname(join(copy, part)), { recursive: true });
      await cp(join(root, part), join(copy, part), { recursive: true });
    }
    for (const part of corrections) {
      await rm(join(copy, part), { recursive: true });
    }
  }
  await cp(join(root, 'wrong/src'), join(prerendered, 'src'), {
    recursive: true,
  });
  await cp(join(root, 'wrong'), wrong, { recursive: true });
  await cp(
    join(wrong, 'tsconfig.app.json'),
    join(prerendered, 'tsconfig.app.json'),
  );
  await promisify(execFile)(process.execPath, [vite, 'build'], {
    cwd: wrong,
    env: cleanEnv(),
  });
}
