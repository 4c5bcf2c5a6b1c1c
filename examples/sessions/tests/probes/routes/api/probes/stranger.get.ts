import { defineEventHandler, useSession } from 'h3';
import { settings } from '../../../../../src/server/settings/settings';

/** Only checks whether there is a session. */
export default defineEventHandler(async (event) => {
  const session = await useSession(event, { password: settings.sessionSecret });
  return Object.keys(session.data).length;
});
