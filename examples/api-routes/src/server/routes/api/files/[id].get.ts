import { createReadStream } from 'node:fs';
import { defineEventHandler, getRouterParam, setResponseHeaders } from 'h3';
import { attachment, sendChunks } from '../../../download';
import { findFile, pathOf } from '../../../files';
import { problem } from '../../../problem';

export default defineEventHandler(async (event) => {
  const file = await findFile(getRouterParam(event, 'id') ?? '');
  if (file === undefined) {
    return problem(404, 'There is no such file.');
  }
  setResponseHeaders(event, {
    'content-type': file.type,
    'content-length': file.size,
    'content-disposition': attachment(file.name),
    // Prevents the browser from guessing another type.
    'x-content-type-options': 'nosniff',
  });
  return sendChunks(event, createReadStream(pathOf(file.id)));
});
