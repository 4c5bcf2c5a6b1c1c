import {
  createError,
  createEventStream,
  defineEventHandler,
  getHeader,
  readRawBody,
} from 'h3';
import { answerTo } from '../../model';

/** The longest question in bytes. */
const maxLength = 2000;

export default defineEventHandler(async (event) => {
  const length = Number(getHeader(event, 'content-length'));
  if (!(length > 0 && length <= maxLength)) {
    throw createError({ statusCode: 413, message: 'Ask a shorter question.' });
  }
  const question = (await readRawBody(event)) ?? '';

  const stream = createEventStream(event);
  const client = new AbortController();
  stream.onClosed(() => client.abort());

  async function write(): Promise<void> {
    try {
      for await (const piece of answerTo(question, client.signal)) {
        // JSON, since a piece can contain line breaks.
        await stream.push({ event: 'text', data: JSON.stringify(piece) });
      }
      await stream.push({ event: 'done', data: 'complete' });
    } catch (error) {
      if (!client.signal.aborted) console.error(error);
    }
    await stream.close();
  }

  // Not awaited: the response starts with `send()`.
  void write();
  return stream.send();
});
