import { defineEventHandler, readBody } from 'h3';

export default defineEventHandler(async (event) => {
  const parameter: unknown = await readBody(event);
  return { handler: 'post', parameter };
});
