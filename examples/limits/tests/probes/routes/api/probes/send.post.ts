import { defineEventHandler, getQuery } from 'h3';
import { sendToAll } from '../../../support/audiences';

/** Broadcasts texts: `?bytes=64&times=10&limited=yes`. */
export default defineEventHandler((event) => {
  const { bytes, times, limited } = getQuery(event);
  const text = 'x'.repeat(Number(bytes));
  for (let sent = 0; sent < Number(times); sent++) {
    sendToAll(text, limited === 'yes');
  }
  return { sent: Number(times) };
});
