import { injectRequest } from '@analogjs/router/tokens';
import type { HttpInterceptorFn } from '@angular/common/http';

/**
 * Forwards the visitor's cookies to the app's own API during server-side
 * rendering. The rendered page is for this visitor only, so no cache may store
 * it.
 */
export const forwardCookies: HttpInterceptorFn = (request, next) => {
  const cookie = injectRequest()?.headers.cookie;
  return next(
    cookie && request.url.startsWith('/api/')
      ? request.clone({ setHeaders: { cookie } })
      : request,
  );
};
