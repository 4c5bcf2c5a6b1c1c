import { createError, defineEventHandler, getRouterParam } from 'h3';

const orders: Readonly<Record<string, string>> = { '1': 'sent', '2': 'locked' };

export default defineEventHandler((event) => {
  const id = getRouterParam(event, 'id') ?? '';
  if (!/^\d{1,9}$/.test(id)) throw createError({ statusCode: 400 });
  console.info(`Order ${id} is requested.`);
  const state = orders[id];
  if (!state) {
    throw createError({ statusCode: 404, message: 'There is no such order.' });
  }
  if (state === 'locked') {
    throw createError({ statusCode: 409, message: 'Somebody changes it.' });
  }
  return { state };
});
