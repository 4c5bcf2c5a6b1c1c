import { defineEventHandler, getQuery } from 'h3';
import { readersAre } from '../../../readers';

/** Responds once there are as many readers as in `?are=`. */
export default defineEventHandler(async (event) => {
  const { are } = getQuery(event);
  return { readers: await readersAre(Number(are)) };
});
