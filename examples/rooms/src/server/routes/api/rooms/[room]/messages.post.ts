import {
  createError,
  defineEventHandler,
  getRequestHeader,
  getRouterParam,
  readBody,
  setResponseStatus,
} from 'h3';
import { readText } from '../../../../rooms/read-text';
import { findRoom } from '../../../../rooms/rooms';
import { isSameOrigin } from '../../../../same-origin';

const maxBytes = 10_000;

/** Broadcasts a message to all members of a room. */
export default defineEventHandler(async (event) => {
  if (!isSameOrigin(event.headers)) {
    throw createError({ statusCode: 403 });
  }
  // h3 reads a body of any length; a body without a length is refused too.
  if (!(Number(getRequestHeader(event, 'content-length')) <= maxBytes)) {
    throw createError({ statusCode: 413 });
  }
  const body: unknown = await readBody(event);
  const text = readText(body);
  if (text === undefined) {
    throw createError({ statusCode: 400, message: 'A message has a text.' });
  }
  // #region broadcast
  const room = findRoom(getRouterParam(event, 'room') ?? '');
  if (!room) {
    throw createError({ statusCode: 404, message: 'Nobody is in this room.' });
  }
  setResponseStatus(event, 201);
  return room.announce('Server', text);
  // #endregion broadcast
});
