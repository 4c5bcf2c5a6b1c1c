/** Something that a person has to mend, and where. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** What is wrong; what there is instead. What to do. */
  readonly message: string;
}

/** Thrown by what cannot go on; the message lacks the place, which its caller knows. */
export class EvidenceError extends Error {
  /** The evidence file that is broken, from the root of the repository, if that is the reason. */
  readonly broken: string | undefined;
  /** The message without the name of that file. */
  readonly reason: string;

  constructor(reason: string, broken?: string) {
    super(broken === undefined ? reason : `${broken}: ${reason}`);
    this.name = 'EvidenceError';
    this.broken = broken;
    this.reason = reason;
  }
}
