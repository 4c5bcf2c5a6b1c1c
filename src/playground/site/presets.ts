import type { Recording } from '../replay/recording.ts';
import type { Preset } from './data.ts';

/**
 * What tests of an example send, from what they have recorded.
 *
 * @returns each text or request once; what a record only describes, as `<2001 characters>`, is left out
 */
export function presetsOf(recordings: readonly Recording[]): Preset[] {
  const found = recordings.flatMap(sentIn);
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function sentIn(recording: Recording): Preset[] {
  if (recording.kind === 'event-stream') return [];
  if (recording.kind === 'websocket') {
    return recording.frames.flatMap((frame) =>
      frame.from === 'client' &&
      frame.opcode === 'text' &&
      !isDescribed(frame.payload)
        ? [{ text: frame.payload }]
        : [],
    );
  }
  return recording.exchanges.flatMap(({ request, response }) => {
    const { method, url: path, headers = {}, body = '' } = request;
    const { location } = response.headers;
    return isDescribed(body)
      ? []
      : [
          {
            text: body,
            request: {
              method,
              path,
              headers: Object.entries(headers),
              ...(location === undefined ? {} : { location }),
            },
          },
        ];
  });
}

/** Whether a record only says how long a text was. */
function isDescribed(text: string): boolean {
  return /^<\d+ \w+>$/.test(text);
}
