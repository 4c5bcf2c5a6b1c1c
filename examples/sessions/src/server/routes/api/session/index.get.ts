import { createError, defineEventHandler } from 'h3';
import { readSession } from '../../../session';

/** Returns the signed-in user. Pages request it before they open a socket. */
export default defineEventHandler(async ({ headers }) => {
  const session = await readSession(headers);
  if (!session) {
    throw createError({ statusCode: 401, message: 'Sign in first.' });
  }
  return { user: session.user, expiresAt: session.expiresAt };
});
