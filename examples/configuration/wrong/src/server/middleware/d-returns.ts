import {
  createError,
  defineEventHandler,
  getRequestURL,
  send,
  sendRedirect,
} from 'h3';

export default defineEventHandler(async (event) => {
  switch (getRequestURL(event).pathname.split('/').at(-1)) {
    case 'object':
      return { from: 'middleware' };
    case 'redirect':
      await sendRedirect(event, '/elsewhere');
      return undefined;
    case 'complete':
      await send(event, 'from middleware');
      return true;
    case 'error':
      throw createError({ statusCode: 401 });
    default:
      return undefined;
  }
});
