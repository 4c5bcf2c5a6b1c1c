/** What a client learns at a URL. */
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

/** An outcome with what tells it from others of its kind. */
export interface Observation {
  readonly outcome: Outcome;
  readonly status?: number;
  readonly contentType?: string;
  /** What the route got from `[id]`, `[...slug]` or the body. */
  readonly parameter?: unknown;
  /** What a server that fails says of it. */
  readonly message?: string;
  /** Where it redirects to, and what a client finds there. */
  readonly location?: string;
  readonly leadsTo?: Observation;
}

/** What an HTTP request brought. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly location?: string;
  /** The body, or the beginning of one that does not end. */
  readonly body: string;
}

/**
 * Names what an HTTP request brought.
 *
 * @param handler the handler of `handlers/` that should have answered
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
