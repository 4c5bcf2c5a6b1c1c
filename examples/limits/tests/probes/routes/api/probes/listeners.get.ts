import { defineEventHandler } from 'h3';
import { listenerCount } from '../../../../../src/server/listeners';
import { unlimited } from '../../../support/audiences';

/** How many listen, and how much waits for those who are sent to without a limit. */
export default defineEventHandler(() => ({
  limited: listenerCount(),
  unlimited: unlimited.size,
  waiting: [...unlimited].map((listener) => listener.waiting()),
}));
