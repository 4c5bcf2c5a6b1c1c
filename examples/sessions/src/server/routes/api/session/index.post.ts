import {
  createError,
  defineEventHandler,
  getRequestHeader,
  readBody,
} from 'h3';
import { countAttempt, forgetAttempts, mayTry } from '../../../failed-attempts';
import { isAllowedOrigin } from '../../../origin';
import { isPasswordOf } from '../../../password';
import { readSignIn } from '../../../read-sign-in';
import { endSession, readSession, startSession } from '../../../session';
import { closeWindows } from '../../../windows';

const maxBytes = 2_000;

/** Signs in: the response sets the cookie. */
export default defineEventHandler(async (event) => {
  // Otherwise another website could sign its visitors in as another user.
  if (!isAllowedOrigin(event.headers)) {
    throw createError({ statusCode: 403 });
  }
  // h3 reads a body of any length; a body without a length is refused too.
  if (!(Number(getRequestHeader(event, 'content-length')) <= maxBytes)) {
    throw createError({ statusCode: 413 });
  }
  const signIn = readSignIn(await readBody(event));
  if (!signIn) {
    throw createError({ statusCode: 400, message: 'Send name and password.' });
  }
  const { name, password } = signIn;
  // #region password
  if (!mayTry(name)) {
    throw createError({ statusCode: 429, message: 'Wait a minute.' });
  }
  countAttempt(name);
  if (!(await isPasswordOf(name, password))) {
    throw createError({ statusCode: 401, message: 'Wrong name or password.' });
  }
  forgetAttempts(name);
  // #endregion password
  const before = await readSession(event.headers);
  if (before) {
    endSession(before);
    closeWindows(before);
  }
  const { user, expiresAt } = await startSession(event, name);
  return { user, expiresAt };
});
