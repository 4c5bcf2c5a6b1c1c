import { defineEventHandler } from 'h3';
import { readerCount } from '../../ticks';

export default defineEventHandler(() => ({
  readers: readerCount(),
  // Node's own list, so a timer that wasn't cleared shows up here.
  timers: process
    .getActiveResourcesInfo()
    .filter((resource) => resource === 'Timeout').length,
}));
