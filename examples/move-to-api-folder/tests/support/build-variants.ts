import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** An app that is this one with other files. */
interface Variant {
  /** Files of this app that it has not. */
  readonly without: readonly string[];
  /** The folder that is laid over the rest. */
  readonly over: string;
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
  'vite.config.ts',
];
const variants: Readonly<Record<string, Variant>> = {
  /** The app before the move. */
  before: { without: ['src/server/routes'], over: 'before' },
  /** The app after the move, with nothing for old clients at the old URLs. */
  moved: {
    without: ['src/server/routes/sse.ts', 'src/server/routes/ws'],
    over: 'tests/moved',
  },
};

/**
 * Composes each variant in `dist/<name>` and builds it. Vitest calls it once,
 * before all tests.
 *
 * @throws when one does not build, with what it printed
 */
export default async function buildVariants(): Promise<void> {
  await Promise.all(
    Object.entries(variants).map(async ([name, variant]) => {
      const folder = join(root, 'dist', name);
      await compose(folder, variant);
      await build(folder);
    }),
  );
}

async function compose(
  folder: string,
  { without, over }: Variant,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const left = without.map((path) => join(root, path));
  for (const part of parts) {
    await mkdir(dirname(join(folder, part)), { recursive: true });
    await cp(join(root, part), join(folder, part), {
      recursive: true,
      filter: (source) => !left.includes(source),
    });
  }
  await cp(join(root, over), folder, { recursive: true });
}

async function build(folder: string): Promise<void> {
  // With `VITEST` set, Analog builds no server: a clean environment.
  const { PATH, HOME, TMPDIR } = process.env;
  const vite = createRequire(import.meta.url).resolve('vite/package.json');
  await promisify(execFile)(
    process.execPath,
    [join(dirname(vite), 'bin/vite.js'), 'build'],
    { cwd: folder, env: { PATH, HOME, TMPDIR } },
  );
}
