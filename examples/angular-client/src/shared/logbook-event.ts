/** A note from a client. The client chooses the ID, which is accepted only once. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

/** A note in the logbook, with its position. A client that reconnects sends its last cursor. */
export interface Entry extends Note {
  readonly cursor: string;
}

/** The events that the logbook sends to its readers. */
export type LogbookEvent =
  | { readonly type: 'entry'; readonly entry: Entry }
  /** All entries are sent; the next heartbeat arrives within so many milliseconds. */
  | { readonly type: 'alive'; readonly within: number }
  /** The cursor is unknown; all entries follow. */
  | { readonly type: 'reset' }
  | { readonly type: 'refused'; readonly id: string; readonly reason: string };

/** The limits of the logbook. */
export const limits = {
  charactersPerNote: 500,
  /** Entries that are stored for new readers. */
  entries: 500,
  readers: 200,
} as const;
