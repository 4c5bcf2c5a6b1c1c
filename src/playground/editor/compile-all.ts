import { compile, CompileError } from '../compile.ts';
import type { CompiledFile } from '../protocol.ts';
import type { SourceFile } from './data.ts';

/** Why a file does not compile. */
export interface Problem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** In English, as the compiler says it. */
  readonly reason: string;
}

/** Either all files, or what is wrong with some of them. */
export type Compiled =
  | { readonly files: readonly CompiledFile[] }
  | { readonly problems: readonly Problem[] };

/**
 * Compiles what a reader has written. It brings the compiler along: load it with `import()`.
 *
 * @returns all files, or the first mistake of each that has one
 */
export function compileAll(sources: readonly SourceFile[]): Compiled {
  const files: CompiledFile[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of sources) {
    try {
      files.push(compile(path, text));
    } catch (error) {
      problems.push(problemOf(path, error));
    }
  }
  return problems.length > 0 ? { problems } : { files };
}

function problemOf(path: string, error: unknown): Problem {
  if (error instanceof CompileError) {
    const { line, column, reason } = error;
    return { path, line, column, reason };
  }
  // The compiler names no place: it gave up on the whole file.
  const reason = error instanceof Error ? error.message : String(error);
  return { path, line: 1, column: 1, reason };
}
