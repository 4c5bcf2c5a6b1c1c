import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = [
  'index.html',
  'package.json',
  'src',
  'tsconfig.app.json',
  'tsconfig.json',
  'vite',
  'vite.config.ts',
];

/**
 * Builds a copy of this app with the additional route `tests/probes/publish.ts` for another Nitro preset.
 *
 * @param without files to leave out
 * @returns the folder of the copy
 * @throws if the build fails, with its output
 */
export async function buildPreset(
  preset: string,
  without: readonly string[] = [],
): Promise<string> {
  const copy = join(root, 'dist/presets', preset);
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const part of parts) {
    await cp(join(root, part), join(copy, part), { recursive: true });
  }
  await cp(
    join(root, 'tests/probes/publish.ts'),
    join(copy, 'src/server/routes/api/ws/publish.ts'),
  );
  for (const file of without) await rm(join(copy, file));
  // A clean environment, since Analog builds no server if `VITEST` is set.
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  const vite = createRequire(import.meta.url).resolve('vite/package.json');
  await promisify(execFile)(
    process.execPath,
    [join(dirname(vite), 'bin/vite.js'), 'build'],
    {
      cwd: copy,
      env: { PATH, HOME, TMPDIR, NODE_OPTIONS, BUILD_PRESET: preset },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return copy;
}

/** Whether the build can answer an upgrade, detected by a function that only adapters of crossws contain. */
export async function hasSocketAdapter(copy: string): Promise<boolean> {
  const names = await readdir(copy, { recursive: true });
  const built = names.filter(
    (name) =>
      /\.(?:m?js|ts)$/.test(name) &&
      !name.startsWith('src') &&
      !name.includes('/public/') &&
      !name.includes('/static/'),
  );
  const texts = await Promise.all(
    built.map((name) => readFile(join(copy, name), 'utf8')),
  );
  return texts.some((text) => /\bhandleUpgrade\b/.test(text));
}
