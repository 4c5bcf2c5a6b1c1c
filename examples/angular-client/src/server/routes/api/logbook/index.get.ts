import { defineEventHandler } from 'h3';
import { logbook } from '../../../logbook/logbook';

/** End of the logbook and number of readers. */
export default defineEventHandler(() => ({
  lastCursor: logbook.lastCursor,
  readers: logbook.readers,
}));
