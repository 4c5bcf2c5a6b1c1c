import { getRequestHeader, getRequestWebStream, type H3Event } from 'h3';
import type { z } from 'zod';
import { invalidBody, problem } from './problem';

const limit = 16 * 1024;

/** Reads and validates a JSON body; returns a problem response if it's invalid. */
export async function readJson<Schema extends z.ZodType>(
  event: H3Event,
  schema: Schema,
): Promise<z.output<Schema> | Response> {
  const text = await readText(event);
  if (text === undefined) {
    return problem(413, `The body is longer than ${limit} characters.`);
  }
  const type = getRequestHeader(event, 'content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return problem(415, 'Send JSON, with the type application/json.');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem(400, 'The body is not JSON.');
  }
  const body = schema.safeParse(json);
  return body.success ? body.data : invalidBody(body.error);
}

/**
 * Reads the body as text; `undefined` if it's too long. h3's readers buffer a
 * body of any length. This function discards everything after the limit, but
 * reads to the end: a client that's still sending might miss the response.
 */
async function readText(event: H3Event): Promise<string | undefined> {
  const stream = getRequestWebStream(event);
  let text = '';
  let length = 0;
  for await (const part of stream?.pipeThrough(new TextDecoderStream()) ?? []) {
    length += part.length;
    if (length <= limit) {
      text += part;
    }
  }
  return length > limit ? undefined : text;
}
