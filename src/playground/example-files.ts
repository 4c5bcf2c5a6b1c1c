import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile.ts';
import type { CompiledFile } from './protocol.ts';

// `shared` holds what server and client both import.
const folders = ['src/server', 'src/shared'];

/**
 * The server's files of an example, compiled for the playground.
 *
 * @param example its folder
 * @throws CompileError when one is not TypeScript; Error when there are none
 */
export function compileExample(example: string): CompiledFile[] {
  const files = folders
    .filter((folder) => existsSync(join(example, folder)))
    .flatMap((folder) =>
      readdirSync(join(example, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    )
    .sort();
  if (files.length === 0) {
    throw new Error(
      `${example}: has no file in ${folders.join(' or ')}; the playground runs handlers from there. Name another example.`,
    );
  }
  return files.map((path) =>
    compile(path, readFileSync(join(example, path), 'utf8')),
  );
}
