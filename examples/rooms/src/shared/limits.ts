/** What one room, and all of them together, may take of the server. */
export const limits = {
  rooms: 200,
  membersPerRoom: 20,
  /** Messages that a room remembers for those who come later. */
  history: 50,
  charactersPerMessage: 500,
  charactersPerName: 30,
} as const;
