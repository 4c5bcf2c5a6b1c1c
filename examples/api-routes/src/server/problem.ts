import type { z } from 'zod';

// With the type `about:blank`, the title is the status code's own phrase.
const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  507: 'Insufficient Storage',
} as const;

/** A single error: at `pointer` in the body, or in a query parameter. */
export type ProblemError = { detail: string } & (
  { pointer: string } | { parameter: string }
);

/**
 * Creates an error response in the format of RFC 9457. Return it from a handler:
 * a thrown error is sent in Nitro's own format instead.
 */
export function problem(
  status: keyof typeof titles,
  detail: string,
  errors?: ProblemError[],
): Response {
  const title = titles[status];
  return new Response(
    JSON.stringify({ type: 'about:blank', title, status, detail, errors }),
    {
      status,
      statusText: title,
      headers: { 'content-type': 'application/problem+json' },
    },
  );
}

/** Creates a 422 response that lists the invalid fields of a JSON body. */
export function invalidBody({ issues }: z.ZodError): Response {
  return problem(
    422,
    'The body is not valid.',
    issues.map(({ path, message }) => ({
      detail: message,
      pointer: ['#', ...path].join('/'),
    })),
  );
}

/** Creates a 422 response that lists the invalid query parameters. */
export function invalidQuery({ issues }: z.ZodError): Response {
  return problem(
    422,
    'The query is not valid.',
    issues.map(({ path, message }) => ({
      detail: message,
      parameter: path.join('.'),
    })),
  );
}
