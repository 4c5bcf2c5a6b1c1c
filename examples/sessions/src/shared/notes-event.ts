/** A message of the server to a window. */
export type NotesEvent =
  | {
      readonly type: 'welcome';
      readonly user: string;
      /** When the session ends, in milliseconds since 1970. */
      readonly expiresAt: number;
      readonly notes: readonly string[];
    }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'error'; readonly reason: string };
