import { defineEventHandler, getRouterParam } from 'h3';

export default defineEventHandler((event) => ({
  handler: 'slug',
  parameter: getRouterParam(event, 'slug'),
}));
