import { defineEventHandler, getQuery, setCookie } from 'h3';

/** Sets a session cookie that the test has sealed. */
export default defineEventHandler((event) => {
  const { value, sameSite } = getQuery<{ value: string; sameSite: string }>(
    event,
  );
  setCookie(event, '__Host-session', value, {
    ...{ path: '/', secure: true, httpOnly: true },
    sameSite: sameSite === 'none' ? 'none' : 'lax',
  });
  return 'set';
});
