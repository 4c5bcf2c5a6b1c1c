/** What a client gets from a URL of the notes, the ticks or neither. */
export type HttpOutcome =
  | 'adds the note'
  | 'lists the notes'
  | 'not found'
  | 'page HTML'
  | 'streams'
  | 'streams without its content type'
  | 'upgrade required';

/** An outcome with what tells it from others. */
export interface HttpAnswer {
  readonly status: number;
  readonly 'content-type': string | null;
  readonly outcome: HttpOutcome;
}

/**
 * Asks a URL and follows redirects, as every browser does.
 *
 * @param note what to post; without it, the request is a GET
 * @throws for an answer that has no name, or none within a minute
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

/** The request that adds a note, for `fetch` in Node and in a browser. */
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

/** The body, or the first event of one that does not end. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('data: 1\n')) break;
  }
  return text;
}
