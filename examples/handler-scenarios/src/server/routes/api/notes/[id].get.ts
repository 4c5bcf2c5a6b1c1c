import { defineEventHandler, getRouterParam } from 'h3';

/** A file name with a parameter. */
export default defineEventHandler((event) => ({
  id: getRouterParam(event, 'id'),
}));
