import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cleanEnv, vite } from './build-defaults';

const folder = fileURLToPath(
  new URL('../../dist/wrong/prerendered', import.meta.url),
);

/** How long a build may take to exit once it is complete. */
const timeout = 5_000;

/** Result of a build that prerenders pages. */
export interface Prerendered {
  /** What the build printed. */
  output: string;
  /** Whether the process ended by itself. */
  exits: boolean;
  /** Returns the HTML of a page. */
  readonly html: (path: string) => Promise<string>;
}

/** Builds the pages of `wrong/prerendered/vite.config.ts`. */
export async function prerender(): Promise<Prerendered> {
  const child = spawn(process.execPath, [vite, 'build'], {
    cwd: folder,
    env: cleanEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const closed = once(child, 'close').then(() => true);
  const complete = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('successfully built')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  await Promise.race([complete, closed]);
  const waited = setTimeout(timeout, false);
  const exits = await Promise.race([closed, waited]);
  child.kill('SIGKILL');
  await closed;
  return {
    output,
    exits,
    html: (path) =>
      readFile(join(folder, `dist/analog/public${path}/index.html`), 'utf8'),
  };
}
