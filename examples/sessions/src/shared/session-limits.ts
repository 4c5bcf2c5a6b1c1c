/** Limits for one account. */
export const limits = {
  /** The last ones are kept, in memory. */
  notes: 20,
  charactersPerNote: 500,
  socketsPerUser: 20,
  /** Wrong passwords for one name within a minute. */
  wrongPasswords: 5,
} as const;
