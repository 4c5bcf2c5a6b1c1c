import { defineEventHandler } from 'h3';
import { listenerCount } from '../../../../../src/server/listeners';
import { unlimited } from '../../../support/audiences';

/** Returns the number of listeners, and the buffered bytes of those without a limit. */
export default defineEventHandler(() => ({
  limited: listenerCount(),
  unlimited: unlimited.size,
  waiting: [...unlimited].map((listener) => listener.waiting()),
}));
