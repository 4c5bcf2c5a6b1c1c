import { createError, defineEventHandler, sendNoContent } from 'h3';
import { isAllowedOrigin } from '../../../origin';
import { endSession, forgetSession, readSession } from '../../../session';
import { closeWindows } from '../../../windows';

/** Signs out: the cookie goes, copies of it are worthless, and the sockets close. */
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
