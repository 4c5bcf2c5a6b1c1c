import { useEffect, useEffectEvent, useState } from 'react';
import type { CompiledFile } from '../protocol.ts';
import type { CodeWorker, Problem } from './code-worker.ts';
import type { SourceFile } from '../build/data.ts';

const pause = 400;
const tooSlow =
  'The compiler was stopped, because it took more than a second for this file. BlockStyle for deeply nested “<” and “(”.';

/** All compiled files, or the errors. */
export type Compiled =
  | { readonly files: readonly CompiledFile[] }
  | { readonly problems: readonly Problem[] };

/** Compile errors, and the functions that update them. */
export interface Check {
  readonly problems: readonly Problem[];
  /** @returns undefined when the compiler cannot be fetched, or the editor was closed meanwhile */
  readonly check: () => Promise<Compiled | undefined>;
  readonly forget: () => void;
}

/**
 * Compiles code on demand. While it has errors, compiles it again whenever the reader pauses.
 *
 * @param files the current ones
 */
export function useCheck(
  files: readonly SourceFile[],
  worker: CodeWorker,
): Check {
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const check = async (): Promise<Compiled | undefined> => {
    const compiled = await compileAll(files, worker);
    if (compiled) setProblems('problems' in compiled ? compiled.problems : []);
    return compiled;
  };
  const onPause = useEffectEvent(check);
  const code = files.map(({ text }) => text).join('\0');
  const hasProblems = problems.length > 0;
  useEffect(() => {
    if (!hasProblems) return undefined;
    const timer = setTimeout(() => void onPause(), pause);
    return () => clearTimeout(timer);
  }, [code, hasProblems]);
  return { problems, check, forget: () => setProblems([]) };
}

/** @returns all files, or the first error of each file that has one */
async function compileAll(
  sources: readonly SourceFile[],
  worker: CodeWorker,
): Promise<Compiled | undefined> {
  const files: CompiledFile[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of sources) {
    const answer = await worker.run({ type: 'compile', path, text });
    if (answer === 'stopped') {
      return { problems: [{ path, line: 1, column: 1, reason: tooSlow }] };
    }
    if (typeof answer === 'string') return undefined;
    if (answer.type === 'compiled') files.push(answer.file);
    else if (answer.type === 'problem') problems.push(answer.problem);
  }
  return problems.length > 0 ? { problems } : { files };
}
