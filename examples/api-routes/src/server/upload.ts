import { type FileHandle, open, rm } from 'node:fs/promises';
import type { H3Event } from 'h3';
import { maxBytes, type StoredFile } from '../shared/file';
import { typeOf } from './file-type';
import { keepFile, pathOf, prepareFiles } from './files';
import { problem } from './problem';

/**
 * Stores the body of a request as a file, or returns an error response.
 *
 * @throws when the client disconnects before the end; nothing is stored then
 */
export async function receiveFile(
  event: H3Event,
  name: string,
): Promise<StoredFile | Response> {
  const id = crypto.randomUUID();
  const part = `${pathOf(id)}.part`;
  await prepareFiles();
  const file = await open(part, 'wx');
  try {
    const { size, beginning } = await writeBody(event.node.req, file);
    if (size > maxBytes) {
      return problem(413, `A file has at most ${maxBytes} bytes.`);
    }
    const type = typeOf(beginning);
    if (type === undefined) {
      return problem(415, 'Send a PNG, a JPEG or a PDF.');
    }
    // Flushes to disk, not only to the system's cache.
    await file.sync();
    const createdAt = new Date().toISOString();
    const stored = { id, name, type, size, createdAt };
    await keepFile(part, stored);
    return stored;
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
}

/**
 * Writes chunk by chunk, and reads the next chunk when the last is written.
 * Chunks over the limit are read and discarded, because a client that's still
 * sending might miss an earlier response.
 */
async function writeBody(body: AsyncIterable<Buffer>, file: FileHandle) {
  let size = 0;
  let beginning = Buffer.alloc(0);
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      continue;
    }
    if (beginning.length < 8) {
      beginning = Buffer.concat([beginning, chunk.subarray(0, 8)]);
    }
    await file.writeFile(chunk);
  }
  return { size, beginning };
}
