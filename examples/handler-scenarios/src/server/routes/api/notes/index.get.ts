import { defineEventHandler, getQuery, getRequestHeader } from 'h3';

/** Says what it was asked. */
export default defineEventHandler((event) => ({
  method: event.method,
  query: getQuery(event),
  language: getRequestHeader(event, 'accept-language'),
}));
