import { HttpErrorResponse } from '@angular/common/http';

/** Returns the text that a page shows for a failed request. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof HttpErrorResponse)) return 'Something went wrong.';
  if (error.status === 0) return "The server can't be reached.";
  const body: unknown = error.error;
  return isObject(body) && typeof body['message'] === 'string'
    ? body['message']
    : `The server responded with ${error.status}.`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
