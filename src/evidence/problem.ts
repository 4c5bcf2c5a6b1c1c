import type { Problem } from '../core/problem.ts';

/** A problem of a page. */
export interface PageProblem extends Problem {
  /** The words that were written for a value that has changed. */
  readonly bound?: BoundWords;
}

/** A problem whose file only the caller knows. */
export type LineProblem = Omit<Problem, 'file'>;

/** Words of a page that rest on a measured value. */
export interface BoundWords {
  /** The name in `[words][=name]`; undefined for a note on a bug, which has to go. */
  readonly name: string | undefined;
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
export class ChangedError extends EvidenceError {}
