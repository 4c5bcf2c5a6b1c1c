import {
  createError,
  defineEventHandler,
  getRouterParam,
  sendRedirect,
  setResponseStatus,
} from 'h3';

/** Answers in each way that a handler can. */
export default defineEventHandler((event) => {
  switch (getRouterParam(event, 'kind')) {
    case 'text':
      return 'text';
    case 'number':
      return 42;
    case 'false':
      return false;
    case 'null':
      return null;
    case 'nothing':
      return undefined;
    case 'bytes':
      return new Uint8Array([104, 105]);
    case 'response':
      return new Response('from a Response', {
        status: 202,
        headers: { 'content-type': 'text/plain', 'x-by': 'Response' },
      });
    case 'teapot':
      setResponseStatus(event, 418);
      return { tea: true };
    case 'redirect':
      return sendRedirect(event, '/api/answers/text', 302);
    case 'stream':
      return new ReadableStream<Uint8Array>({
        async start(controller) {
          const encoder = new TextEncoder();
          for (const part of ['one ', 'two ', 'three']) {
            controller.enqueue(encoder.encode(part));
            await Promise.resolve();
          }
          controller.close();
        },
      });
    case 'create-error':
      throw createError({
        statusCode: 422,
        statusMessage: 'Not a note',
        message: 'A note has a text.',
        data: { field: 'text' },
      });
    case 'error':
      throw new Error('A secret of the server.');
    case 'returned-error':
      return createError({ statusCode: 409, message: 'Already there.' });
    case 'thrown-response':
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the response to it is measured
      throw new Response('A Response that is thrown.', { status: 403 });
    default:
      throw createError({ statusCode: 404, message: 'No such kind.' });
  }
});
