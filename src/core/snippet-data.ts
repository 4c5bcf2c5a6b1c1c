/** The file that a code block shows. */
export interface SnippetData {
  /** Path from the folder of the examples. */
  readonly path: string;
  /** Whether readers get all of it: not with a region. A patch counts, since readers have the file that it changes. */
  readonly whole: boolean;
}

declare module 'mdast' {
  interface CodeData {
    /** Set by the plugin that fills code blocks. */
    snippet?: SnippetData;
  }
}
