import { useEffect, useRef, useState } from 'react';
import type { Compiled, Problem } from './compile-all.ts';
import type { SourceFile } from './data.ts';

const pause = 400;

/** What is wrong with the code, and what finds out. */
export interface Check {
  readonly problems: readonly Problem[];
  /** @returns undefined when the compiler cannot be fetched */
  readonly check: () => Promise<Compiled | undefined>;
  readonly forget: () => void;
}

/**
 * Compiles code when it is asked to. After a mistake it looks again whenever the reader pauses, until there is none.
 *
 * @param files as they stand now
 */
export function useCheck(files: readonly SourceFile[]): Check {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const latest = useRef(files);
  latest.current = files;

  const check = async (): Promise<Compiled | undefined> => {
    const compiler = await compilerOnce();
    if (!compiler) return undefined;
    const compiled = compiler.compileAll(latest.current);
    setProblems('problems' in compiled ? compiled.problems : []);
    return compiled;
  };
  const code = files.map(({ text }) => text).join('\0');
  const hasProblems = problems.length > 0;
  useEffect(() => {
    if (!hasProblems) return undefined;
    const timer = setTimeout(() => void check(), pause);
    return () => clearTimeout(timer);
  }, [code, hasProblems]);
  // It is there when the reader has written something.
  useEffect(() => void compilerOnce(), []);
  return { problems, check, forget: () => setProblems([]) };
}

type Compiler = typeof import('./compile-all.ts');
let compiler: Promise<Compiler | undefined> | undefined;

function compilerOnce(): Promise<Compiler | undefined> {
  compiler ??= import('./compile-all.ts').catch(() => {
    // The next who asks tries again.
    compiler = undefined;
    return undefined;
  });
  return compiler;
}
