import { defineEventHandler, setCookie } from 'h3';

/** Sets a cookie of each kind. */
export default defineEventHandler((event) => {
  for (const sameSite of ['strict', 'lax', 'none'] as const) {
    setCookie(event, sameSite, '1', { path: '/', secure: true, sameSite });
  }
  setCookie(event, 'unset', '1', { path: '/', secure: true });
  return 'set';
});
