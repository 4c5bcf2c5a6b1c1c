import { deleteCookie, getCookie, type H3Event, setCookie } from 'h3';
import { personSchema } from '../shared/person';

// Browsers accept this prefix only for this host, the path `/` and `secure`.
const name = '__Host-name';
const options = {
  // Hidden from scripts.
  httpOnly: true,
  // Sent over HTTPS only, and to localhost in most browsers.
  secure: true,
  // Not sent with POST requests from other sites.
  sameSite: 'lax',
  path: '/',
} as const;

// #region remember
/** Stores a name in the browser for a year. */
export function rememberName(event: H3Event, value: string): void {
  setCookie(event, name, value, { ...options, maxAge: 365 * 24 * 60 * 60 });
}
// #endregion remember

export function forgetName(event: H3Event): void {
  deleteCookie(event, name, options);
}

/** Returns the name or `null`. Clients can send any name, so it proves nothing. */
export function rememberedName(event: H3Event): string | null {
  const person = personSchema.safeParse({ name: getCookie(event, name) });
  return person.success ? person.data.name : null;
}
