import { defineEventHandler, getRouterParam, readRawBody } from 'h3';

/** A body as text, whatever its type is. */
export default defineEventHandler(async (event) => ({
  id: getRouterParam(event, 'id'),
  text: await readRawBody(event),
}));
