/** Why the server closes a socket. An app chooses its own codes from 4000 to 4999. */
export const closeCodes = {
  signInFirst: 4401,
  sessionExpired: 4408,
  signedOut: 4410,
  tooManyWindows: 4429,
} as const;

/** Whether the page has to ask its user to sign in. */
export function endsSession(code: number): boolean {
  const { signInFirst, sessionExpired, signedOut } = closeCodes;
  return [signInFirst, sessionExpired, signedOut].some((own) => own === code);
}
