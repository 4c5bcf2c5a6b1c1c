import { defineEventHandler, getRouterParam } from 'h3';

/** The rest of the path as one parameter, with any method. */
export default defineEventHandler((event) => ({
  method: event.method,
  path: getRouterParam(event, 'path'),
}));
