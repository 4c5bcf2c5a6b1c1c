import type { H3Event } from 'h3';
import {
  defineEventHandler,
  getRequestURL,
  send,
  sendRedirect,
  setResponseStatus,
} from 'h3';
import { hasAccess } from '../access';

export default defineEventHandler(async (event) => {
  // Not `event.path`: in development, it's the same for all pages.
  const { pathname } = getRequestURL(event);
  const isRoute = isBelow(pathname, '/api/account');
  const isPage = isBelow(pathname, '/account');
  if (!(isRoute || isPage) || hasAccess(event.headers)) return undefined;
  await (isRoute ? refuse(event) : sendRedirect(event, '/sign-in'));
  // The response is complete. Without a value, the development server would render the page too.
  return true;
});

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

// Not with `createError()`: for a page, an error ends the development server.
function refuse(event: H3Event): Promise<void> {
  setResponseStatus(event, 401);
  return send(event, '{"message":"Sign in first."}', 'application/json');
}
