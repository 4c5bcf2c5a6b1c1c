import { injectRequest } from '@analogjs/router/tokens';
import type { HttpInterceptorFn } from '@angular/common/http';

/**
 * While the server renders a page, asks the app's own API with the cookies of
 * the visitor. What is rendered is for this visitor alone then: no cache may
 * keep it.
 */
export const forwardCookies: HttpInterceptorFn = (request, next) => {
  const cookie = injectRequest()?.headers.cookie;
  return next(
    cookie && request.url.startsWith('/api/')
      ? request.clone({ setHeaders: { cookie } })
      : request,
  );
};
