import { defineEventHandler, getQuery } from 'h3';
import { z } from 'zod';
import { listNotes } from '../../../notes';
import { invalidQuery } from '../../../problem';

const querySchema = z.object({
  q: z.string('Give q once.').default(''),
  limit: z.coerce
    .number('A limit is a number.')
    .int('A limit is a whole number.')
    .min(1, 'A limit is at least 1.')
    .max(100, 'A limit is at most 100.')
    .default(20),
});

// #region handler
export default defineEventHandler((event) => {
  const query = querySchema.safeParse(getQuery(event));
  if (!query.success) {
    return invalidQuery(query.error);
  }
  return listNotes(query.data.q, query.data.limit);
});
// #endregion handler
