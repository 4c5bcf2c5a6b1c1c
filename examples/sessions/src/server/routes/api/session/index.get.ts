import { createError, defineEventHandler } from 'h3';
import { readSession } from '../../../session';

/** Who is signed in. A page asks it before it opens a socket. */
export default defineEventHandler(async ({ headers }) => {
  const session = await readSession(headers);
  if (!session) {
    throw createError({ statusCode: 401, message: 'Sign in first.' });
  }
  return { user: session.user, expiresAt: session.expiresAt };
});
