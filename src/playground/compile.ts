import { transform } from 'sucrase';
import type { CompiledFile } from './protocol.ts';

/** A compile error with its position. */
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
 * Compiles a handler from TypeScript to CommonJS, with the same line numbers.
 * Runs when the site is built and, for edited code, in the page.
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

// Sucrase adds the position to its message: "Error transforming x: … (3:7)".
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
