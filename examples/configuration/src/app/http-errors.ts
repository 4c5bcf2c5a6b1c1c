import {
  HttpErrorResponse,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { catchError, throwError } from 'rxjs';

// #region interceptor
/** Throws an `HttpErrorResponse` during server-side rendering too. */
export const httpErrors: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((error) => throwError(() => httpError(error, request.url))),
  );

function httpError(error: unknown, url: string): unknown {
  if (!isFetchError(error)) return error;
  const { data, status, statusText } = error;
  return new HttpErrorResponse({ error: data, status, statusText, url });
}
// #endregion interceptor

/** The error of ofetch, with which Analog requests routes on the production server. */
interface FetchError extends Error {
  readonly data?: unknown;
  readonly status?: number;
  readonly statusText?: string;
}

function isFetchError(error: unknown): error is FetchError {
  return error instanceof Error && error.name === 'FetchError';
}
