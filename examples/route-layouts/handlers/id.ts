import { defineEventHandler, getRouterParam } from 'h3';

export default defineEventHandler((event) => ({
  handler: 'id',
  parameter: getRouterParam(event, 'id'),
}));
