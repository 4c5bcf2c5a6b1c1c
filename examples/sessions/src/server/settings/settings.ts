/** The stored part of a password, from which it can't be computed. */
export interface PasswordHash {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** The settings from the environment of the server. */
export interface Settings {
  /** Seals the cookies: anyone who knows it can sign in as any user. */
  sessionSecret: string;
  /** How long a session lasts. */
  sessionSeconds: number;
  /** Other origins whose pages may connect. */
  allowedOrigins: readonly string[];
  /** Users who can sign in, by name. */
  accounts: ReadonlyMap<string, PasswordHash>;
}

/** Filled by `plugins/settings.ts` before the first request. */
export const settings: Settings = {
  sessionSecret: '',
  sessionSeconds: 8 * 60 * 60,
  allowedOrigins: [],
  accounts: new Map(),
};
