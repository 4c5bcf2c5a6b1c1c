/** What is kept of a password: from these two nobody finds it. */
export interface PasswordHash {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** What the server is told by its environment. */
export interface Settings {
  /** Seals the cookies: who knows it can be anybody. */
  sessionSecret: string;
  /** How long a session lasts. */
  sessionSeconds: number;
  /** Other origins whose pages may connect. */
  allowedOrigins: readonly string[];
  /** Who can sign in, by name. */
  accounts: ReadonlyMap<string, PasswordHash>;
}

/** Filled by `plugins/settings.ts` before the first request. */
export const settings: Settings = {
  sessionSecret: '',
  sessionSeconds: 8 * 60 * 60,
  allowedOrigins: [],
  accounts: new Map(),
};
