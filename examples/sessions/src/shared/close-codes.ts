/** The reasons for closing a socket. Apps can use the codes from 4000 to 4999. */
export const closeCodes = {
  signInFirst: 4401,
  sessionExpired: 4408,
  signedOut: 4410,
  tooManyWindows: 4429,
} as const;

/** Whether the user has to sign in again. */
export function endsSession(code: number): boolean {
  const { signInFirst, sessionExpired, signedOut } = closeCodes;
  return [signInFirst, sessionExpired, signedOut].some((own) => own === code);
}
