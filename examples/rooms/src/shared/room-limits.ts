/** The limits of each room and of all rooms together. */
export const limits = {
  rooms: 200,
  membersPerRoom: 20,
  /** Messages that a room stores for new members. */
  history: 50,
  charactersPerMessage: 500,
  charactersPerName: 30,
} as const;
