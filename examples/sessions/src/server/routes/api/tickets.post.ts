import { createError, defineEventHandler } from 'h3';
import { isAllowedOrigin } from '../../origin';
import { readSession } from '../../session';
import { issueTicket } from '../../tickets';

/** Issues a ticket for one socket to a signed-in user. */
export default defineEventHandler(async ({ headers }) => {
  if (!isAllowedOrigin(headers)) {
    throw createError({ statusCode: 403 });
  }
  const session = await readSession(headers);
  if (!session) {
    throw createError({ statusCode: 401, message: 'Sign in first.' });
  }
  const ticket = issueTicket(session);
  if (ticket === undefined) {
    throw createError({ statusCode: 503 });
  }
  return { ticket };
});
