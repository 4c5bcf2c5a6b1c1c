/** A mistake in a file, described for the person who made it. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** What is wrong, what exists instead, and what to do. */
  readonly message: string;
}

/** Thrown for a problem at a known place. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(formatProblem(problem));
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Formats a problem as `file:line: message`. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}
