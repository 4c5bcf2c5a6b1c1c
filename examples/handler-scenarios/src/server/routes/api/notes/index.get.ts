import { defineEventHandler, getQuery, getRequestHeader } from 'h3';

/** Returns the query of the request. */
export default defineEventHandler((event) => ({
  method: event.method,
  query: getQuery(event),
  language: getRequestHeader(event, 'accept-language'),
}));
