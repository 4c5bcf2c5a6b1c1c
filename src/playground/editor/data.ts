import type { EditWords } from './words.ts';

/** A file of an example as a page shows it: without the marks of regions, its comments in the page's language. */
export interface SourceFile {
  /** From the root of its app. */
  readonly path: string;
  readonly text: string;
}

/** What the editor needs; it is fetched with it. */
export interface EditData {
  /** The folder of the example: a link names files from there. */
  readonly example: string;
  /** The handler first. */
  readonly sources: readonly SourceFile[];
  readonly words: EditWords;
}

/** Fetches it. */
export type LoadEditData = () => Promise<{ readonly default: EditData }>;
