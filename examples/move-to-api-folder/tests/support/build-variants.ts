import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A variant of this app. */
interface Variant {
  /** Files of this app to leave out. */
  readonly without: readonly string[];
  /** Folder that is copied over the app. */
  readonly over: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = [
  'index.html',
  'package.json',
  'src',
  'tests/support/reuse-app-build.ts',
  'tests/support/server.ts',
  'tsconfig.app.json',
  'tsconfig.json',
  'vite',
  'vite.config.ts',
];
const variants: Readonly<Record<string, Variant>> = {
  /** The app before the move. */
  before: { without: ['src/server/routes'], over: 'before' },
  /** The app after the move, without anything for old clients. */
  moved: {
    without: ['src/server/routes/sse.ts', 'src/server/routes/ws'],
    over: 'tests/moved',
  },
};

/**
 * Composes and builds each variant in `dist/<name>`; called once by Vitest.
 *
 * @throws if a build fails, with its output
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
  // A clean environment, since Analog builds no server if `VITEST` is set.
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  const vite = createRequire(import.meta.url).resolve('vite/package.json');
  await promisify(execFile)(
    process.execPath,
    [join(dirname(vite), 'bin/vite.js'), 'build'],
    { cwd: folder, env: { PATH, HOME, TMPDIR, NODE_OPTIONS } },
  );
}
