import { type HttpAnswer, type Observation, observe } from './outcome';

/** A request, and the handler in `handlers/` that should respond. */
export interface HttpQuestion {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly handler: string;
}

// Far longer than a response takes, even on a busy machine.
const patience = 15_000;

/**
 * Sends a request and names the result. Of a stream, reads the first event.
 *
 * @param follow maximum number of redirects
 */
export async function askHttp(
  server: string,
  question: HttpQuestion,
  follow = 2,
): Promise<Observation> {
  const { method, url, handler } = question;
  const connection = new AbortController();
  const timer = setTimeout(() => connection.abort(), patience);
  try {
    const response = await fetch(server + url, {
      method,
      signal: connection.signal,
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{"text":"Hello"}' } : {}),
    });
    const observation = observe(await answerOf(response), handler);
    const { location } = observation;
    if (location === undefined || follow === 0) return observation;
    const { pathname, search } = new URL(location, server + url);
    const next: HttpQuestion = {
      ...question,
      // Like browsers, which repeat a POST only after 307 and 308.
      method: [307, 308].includes(response.status) ? method : 'GET',
      url: pathname + search,
    };
    const leadsTo = await askHttp(server, next, follow - 1);
    return { ...observation, leadsTo };
  } catch (error) {
    if (connection.signal.aborted) {
      return { outcome: 'hangs' };
    }
    throw new Error(`${method} ${url} failed`, { cause: error });
  } finally {
    clearTimeout(timer);
    connection.abort();
  }
}

async function answerOf(response: Response): Promise<HttpAnswer> {
  const contentType = response.headers.get('content-type');
  const location = response.headers.get('location');
  return {
    status: response.status,
    ...(contentType === null ? {} : { contentType }),
    ...(location === null ? {} : { location }),
    body: await bodyOf(response),
  };
}

async function bodyOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('data: stream\n\n')) break;
  }
  return text;
}
