/** The result of a request at a URL. */
export type Outcome =
  | 'answers'
  | 'answers as another route'
  | 'closes'
  | 'fails'
  | 'hangs'
  | 'method not allowed'
  | 'not found'
  | 'opens and stays silent'
  | 'page HTML'
  | 'redirects'
  | 'refused'
  | 'streams without its content type'
  | 'upgrade required';

/** An outcome with its details. */
export interface Observation {
  readonly outcome: Outcome;
  readonly status?: number;
  readonly contentType?: string;
  /** The route's parameter from `[id]`, `[...slug]` or the body. */
  readonly parameter?: unknown;
  /** Error message of a failed server. */
  readonly message?: string;
  /** Target of a redirect, and the result there. */
  readonly location?: string;
  readonly leadsTo?: Observation;
}

/** Response to an HTTP request. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly location?: string;
  /** The body, or the beginning of a stream. */
  readonly body: string;
}

/**
 * Names the result of an HTTP request.
 *
 * @param handler the handler in `handlers/` that should have responded
 */
export function observe(
  { status, contentType, location, body }: HttpAnswer,
  handler: string,
): Observation {
  const details = {
    status,
    ...(contentType === undefined ? {} : { contentType }),
  };
  if (location !== undefined) {
    return { outcome: 'redirects', ...details, location };
  }
  if (status === 200 && body.includes('data: stream')) {
    const outcome = !contentType?.startsWith('text/event-stream')
      ? 'streams without its content type'
      : handler === 'stream'
        ? 'answers'
        : 'answers as another route';
    return { outcome, ...details };
  }
  const answer = parsed(body);
  if (status === 200 && answer['handler'] !== undefined) {
    const { handler: answering, parameter } = answer;
    return {
      outcome: answering === handler ? 'answers' : 'answers as another route',
      ...details,
      ...(parameter === undefined ? {} : { parameter }),
    };
  }
  const outcome = failure(status, body);
  const { message } = answer;
  return {
    outcome,
    ...details,
    ...(outcome === 'fails' && typeof message === 'string' ? { message } : {}),
  };
}

function failure(status: number, body: string): Outcome {
  if (body.includes('<app-root')) return 'page HTML';
  switch (status) {
    case 404:
      return 'not found';
    case 405:
      return 'method not allowed';
    case 426:
      return 'upgrade required';
    case 500:
      return 'fails';
    default:
      throw new Error(`There is no name for ${status} with ${body}`);
  }
}

function parsed(body: string): Partial<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
