/** Something that a person has to repair, at the place where they can. */
export interface Problem {
  /** Path from the root of the site. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** What is wrong; what there is instead; what to do. */
  text: string;
}

/**
 * Writes a problem as one line that editors turn into a link.
 *
 * @param problem - The problem.
 * @returns `file:line: text`.
 */
export function formatProblem({ file, line, text }: Problem): string {
  return `${file}:${line}: ${text}`;
}
