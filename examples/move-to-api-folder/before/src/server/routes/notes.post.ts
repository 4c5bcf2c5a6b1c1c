import {
  createError,
  defineEventHandler,
  readBody,
  setResponseStatus,
} from 'h3';
import { addNote } from '../notes';

const maxLength = 500;

export default defineEventHandler(async (event) => {
  const text: unknown = await readBody(event);
  if (typeof text !== 'string' || text === '' || text.length > maxLength) {
    throw createError({
      statusCode: 400,
      statusMessage: `A note is a text of at most ${maxLength} characters`,
    });
  }
  addNote(text);
  setResponseStatus(event, 201);
  return { text };
});
