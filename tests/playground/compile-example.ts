import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/playground/compile.ts';
import type { CompiledFile } from '../../src/playground/protocol.ts';

// Code that both server and client import is in `shared`.
const folders = ['src/server', 'src/shared'];

/**
 * Compiles the server files of an example for the playground.
 *
 * @param example its folder
 * @throws CompileError for invalid TypeScript; Error if there are no files
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
