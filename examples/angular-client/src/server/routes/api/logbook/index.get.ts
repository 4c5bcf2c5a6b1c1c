import { defineEventHandler } from 'h3';
import { logbook } from '../../../logbook/logbook';

/** Where the book ends, and how many read it. */
export default defineEventHandler(() => ({
  lastCursor: logbook.lastCursor,
  readers: logbook.readers,
}));
