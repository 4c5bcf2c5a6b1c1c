import { transform } from 'sucrase';
import type { CompiledFile } from './protocol.ts';

/** Code that does not compile, and where. */
export class CompileError extends Error {
  constructor(
    readonly path: string,
    readonly line: number,
    readonly column: number,
    readonly reason: string,
  ) {
    super(`${path}:${line}:${column}: ${reason}`);
  }
}

/**
 * Takes the types out of a handler and turns its imports into CommonJS. Every
 * line keeps its number. Runs where the site is built and, for code that a
 * reader has changed, in the page.
 *
 * @param path of the file from the root of its app
 * @throws CompileError when the code is not TypeScript
 */
export function compile(path: string, source: string): CompiledFile {
  try {
    const { code } = transform(source, {
      filePath: path,
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      production: true,
    });
    return { path, code };
  } catch (error) {
    throw compileError(path, error);
  }
}

// Sucrase writes the place into its message: "Error transforming x: … (3:7)".
function compileError(path: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const place = /^(?:Error transforming [^:]+: )?(.*) \((\d+):(\d+)\)$/s.exec(
    error.message,
  );
  const [, reason = '', line, column] = place ?? [];
  return place
    ? new CompileError(path, Number(line), Number(column), reason)
    : error;
}
