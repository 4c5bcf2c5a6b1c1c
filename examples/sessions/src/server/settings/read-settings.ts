import type { PasswordHash, Settings } from './settings';

type Environment = Readonly<Partial<Record<string, string>>>;

/**
 * Reads the settings from environment variables.
 *
 * @throws when the secret is missing, or a variable is invalid
 */
export function readSettings(env: Environment): Settings {
  return {
    sessionSecret: readSecret(env['SESSION_SECRET'] ?? ''),
    sessionSeconds: readSeconds(env['SESSION_SECONDS'] ?? `${8 * 60 * 60}`),
    allowedOrigins: words(env['ALLOWED_ORIGINS']).map(readOrigin),
    accounts: new Map(words(env['ACCOUNTS']).map(readAccount)),
  };
}

function readSecret(secret: string): string {
  if (secret.length < 32) {
    throw new Error(
      `SESSION_SECRET has ${secret.length} characters and needs 32 or more, by chance: set it to the output of "openssl rand -base64 32".`,
    );
  }
  return secret;
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  // Node timers with a delay of more than 24 days fire immediately.
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 2_000_000) {
    throw new Error(
      `SESSION_SECONDS is "${text}"; set it to a number from 1 to 2000000.`,
    );
  }
  return seconds;
}

function readOrigin(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new Error(
      `ALLOWED_ORIGINS has "${text}"; an origin looks like https://www.example.com, without a slash at the end.`,
    );
  }
  return text;
}

function readAccount(line: string): [string, PasswordHash] {
  const [name = '', salt = '', hash = '', ...rest] = line.split(':');
  if (!name || !salt || !hash || rest.length > 0) {
    throw new Error(
      `ACCOUNTS has "${name}" and not "name:salt:hash"; "npm run account" makes one.`,
    );
  }
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  return [name, { salt: bytes(salt), hash: bytes(hash) }];
}

function words(list = ''): string[] {
  return list.split(/[\s,]+/).filter(Boolean);
}
