import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { H3Event } from 'h3';

/**
 * Sends a stream with backpressure, and closes it at the end or when the client
 * disconnects.
 *
 * @throws when the stream can't be read
 */
export async function sendChunks(
  event: H3Event,
  source: Readable,
): Promise<void> {
  const { res } = event.node;
  if (event.method === 'HEAD') {
    source.destroy();
    res.end();
    return;
  }
  try {
    await pipeline(source, res);
  } catch (error) {
    if (!isGone(error)) {
      throw error;
    }
  }
}

/** Makes the browser save the response as `name`, in any script (RFC 8187). */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}
