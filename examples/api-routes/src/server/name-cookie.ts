import { deleteCookie, getCookie, type H3Event, setCookie } from 'h3';
import { personSchema } from '../shared/person';

// A browser takes a name with this prefix only for this host, `/` and `secure`.
const name = '__Host-name';
const options = {
  // No script of the page reads it.
  httpOnly: true,
  // Sent over https alone, and to localhost.
  secure: true,
  // Not sent with the POST of another site.
  sameSite: 'lax',
  path: '/',
} as const;

/** Lets the browser remember a name for a year. */
export function rememberName(event: H3Event, value: string): void {
  setCookie(event, name, value, { ...options, maxAge: 365 * 24 * 60 * 60 });
}

export function forgetName(event: H3Event): void {
  deleteCookie(event, name, options);
}

/** The name; `null` when there is none. A client can send any: it proves nothing. */
export function rememberedName(event: H3Event): string | null {
  const person = personSchema.safeParse({ name: getCookie(event, name) });
  return person.success ? person.data.name : null;
}
