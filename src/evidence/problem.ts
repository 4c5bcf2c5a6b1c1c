/** Something that a person has to mend, and where. */
export interface Problem {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** What is wrong; what there is instead. What to do. */
  readonly message: string;
  /** The words that were written for a value that has changed. */
  readonly bound?: BoundWords;
}

/** Words of a page that rest on a measured value. */
export interface BoundWords {
  /** What binds them: `Proven`, or `KnownBug` for a note that has to go. */
  readonly component: string;
  /** The value, as the page names it. */
  readonly of: string;
  /** The words as a reader sees them, one text for each paragraph. */
  readonly words: readonly string[];
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

/** Thrown when a value is no longer what words were written for. */
export class ChangedError extends EvidenceError {
  /** The value, as the page names it. */
  readonly of: string;

  constructor(reason: string, of: string) {
    super(reason);
    this.name = 'ChangedError';
    this.of = of;
  }
}
