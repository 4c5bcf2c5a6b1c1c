import { createError, defineEventHandler, sendNoContent } from 'h3';
import { isAllowedOrigin } from '../../../origin';
import { endSession, forgetSession, readSession } from '../../../session';
import { closeWindows } from '../../../windows';

/** Signs out: deletes the cookie, invalidates its copies, and closes the sockets. */
export default defineEventHandler(async (event) => {
  if (!isAllowedOrigin(event.headers)) {
    throw createError({ statusCode: 403 });
  }
  const session = await readSession(event.headers);
  if (session) {
    endSession(session);
    closeWindows(session);
  }
  await forgetSession(event);
  sendNoContent(event);
});
