import {
  createError,
  defineEventHandler,
  getRequestProtocol,
  readRawBody,
  setCookie,
} from 'h3';
import { cookieName, isAccessToken } from '../../access';

/** Signs in: the body is the access token, as text. */
export default defineEventHandler(async (event) => {
  const token = (await readRawBody(event))?.trim() ?? '';
  if (!isAccessToken(token)) {
    throw createError({ statusCode: 401, statusMessage: 'Wrong token' });
  }
  setCookie(event, cookieName, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: getRequestProtocol(event) === 'https',
    path: '/',
    maxAge: 8 * 60 * 60,
  });
  return { signedIn: true };
});
