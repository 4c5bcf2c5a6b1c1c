/** Something that a person has to mend, and where. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** What is wrong; what there is instead. What to do. */
  readonly message: string;
}
