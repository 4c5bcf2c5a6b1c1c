/** Something that a person has to mend, and where. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** What is wrong; what there is instead. What to do. */
  readonly message: string;
}

/** Thrown by what reads one thing and cannot go on; `problem` says why. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(described(problem));
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/**
 * A problem as it is printed.
 *
 * @param problem what to print
 * @returns `file:line: message`
 */
export function described({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
