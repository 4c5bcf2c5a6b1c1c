import {
  appendResponseHeader,
  defineEventHandler,
  readBody,
  setResponseHeader,
  setResponseStatus,
} from 'h3';

/** Takes JSON or a form, and answers 201 with headers of its own. */
export default defineEventHandler(async (event) => {
  const body: unknown = await readBody(event);
  setResponseStatus(event, 201);
  setResponseHeader(event, 'location', '/api/notes/1');
  appendResponseHeader(event, 'set-cookie', 'first=1; Path=/');
  appendResponseHeader(event, 'set-cookie', 'second=2; Path=/');
  return { body };
});
