import { defineEventHandler, getQuery } from 'h3';
import { readersAre } from '../../../readers';

/** Answers once as many read as `?are=` says. */
export default defineEventHandler(async (event) => {
  const { are } = getQuery(event);
  return { readers: await readersAre(Number(are)) };
});
