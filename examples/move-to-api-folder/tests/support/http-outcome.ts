/** Result of a request to the notes, the ticks, or an unknown URL. */
export type HttpOutcome =
  | 'adds the note'
  | 'lists the notes'
  | 'not found'
  | 'page HTML'
  | 'streams'
  | 'streams without its content type'
  | 'upgrade required';

/** An outcome with its details. */
export interface HttpAnswer {
  readonly status: number;
  readonly 'content-type': string | null;
  readonly outcome: HttpOutcome;
}

/**
 * Sends a request and follows redirects, like browsers.
 *
 * @param note text to post; without it, the request is a GET
 * @throws for an unknown kind of response, or none within a minute
 */
export async function askHttp(url: string, note?: string): Promise<HttpAnswer> {
  const connection = new AbortController();
  const timer = setTimeout(() => connection.abort(), 60_000);
  try {
    const response = await fetch(url, {
      signal: connection.signal,
      ...(note === undefined ? {} : posting(note)),
    });
    const { status, headers } = response;
    const type = headers.get('content-type');
    const outcome = outcomeOf(status, type, await beginningOf(response));
    return { status, 'content-type': type, outcome };
  } finally {
    clearTimeout(timer);
    connection.abort();
  }
}

/** Request options that add a note, for `fetch` in Node and browsers. */
export function posting(note: string) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(note),
  };
}

function outcomeOf(
  status: number,
  type: string | null,
  body: string,
): HttpOutcome {
  if (body.includes('<app-root')) return 'page HTML';
  if (body.includes('data: 1\n')) {
    return type?.startsWith('text/event-stream')
      ? 'streams'
      : 'streams without its content type';
  }
  if (status === 201) return 'adds the note';
  if (status === 200 && body.startsWith('[')) return 'lists the notes';
  if (status === 404) return 'not found';
  if (status === 426) return 'upgrade required';
  throw new Error(`There is no name for ${status} with ${body}`);
}

/** Returns the body, or the first event of a stream. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('data: 1\n')) break;
  }
  return text;
}
