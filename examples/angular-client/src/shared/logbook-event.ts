/** What somebody writes. The id is the writer's choice: the book takes each once. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

/** A note in the book. The cursor says where in it: a client that comes back names its last one. */
export interface Entry extends Note {
  readonly cursor: string;
}

/** What the book sends to those who read it. */
export type LogbookEvent =
  | { readonly type: 'entry'; readonly entry: Entry }
  /** You have all that there is; the next sign of life comes within so many milliseconds. */
  | { readonly type: 'alive'; readonly within: number }
  /** The book does not know your cursor; all that it has follows. */
  | { readonly type: 'reset' }
  | { readonly type: 'refused'; readonly id: string; readonly reason: string };

/** What the book takes. */
export const limits = {
  charactersPerNote: 500,
  /** Entries that it keeps for those who come later. */
  entries: 500,
  readers: 200,
} as const;
