/** An event as it was sent; missing fields are undefined. */
export interface WireEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly retry: number | undefined;
  readonly data: string | undefined;
}

/** Limit of a line, and of the data of an event, in characters. */
const longest = 1_000_000;

/**
 * Parses an event stream according to the HTML standard, with the fields that `EventSource` hides. Every
 * character is read once, regardless of the size of the chunks.
 *
 * @param take called with each event, and with blocks that only contain `id` or `retry`
 * @returns a function that parses the next chunk
 */
export function eventReader(
  take: (event: WireEvent) => void,
): (piece: string) => void {
  let line = '';
  let isAfterReturn = false;
  let fields = new Map<string, string>();
  return (piece) => {
    if (piece === '') return;
    const lineEnds = /\r\n?|\n/g;
    // The second character of a CRLF.
    lineEnds.lastIndex = isAfterReturn && piece.startsWith('\n') ? 1 : 0;
    isAfterReturn = piece.endsWith('\r');
    for (;;) {
      const start = lineEnds.lastIndex;
      const end = lineEnds.exec(piece);
      line = joined(line, piece.slice(start, end?.index));
      if (!end) return;
      endLine();
    }
  };

  function endLine(): void {
    const ended = line;
    line = '';
    if (ended !== '') {
      readField(ended, fields);
      return;
    }
    const retry = fields.get('retry');
    if (fields.size > 0) {
      take({
        id: fields.get('id'),
        event: fields.get('event'),
        retry: retry === undefined ? undefined : Number(retry),
        data: fields.get('data'),
      });
    }
    fields = new Map();
  }
}

function readField(line: string, fields: Map<string, string>): void {
  const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  const before = fields.get(name);
  if (name === 'data') {
    fields.set(
      name,
      before === undefined ? value : joined(before, `\n${value}`),
    );
  } else if (
    name === 'event' ||
    (name === 'id' && !value.includes('\0')) ||
    (name === 'retry' && /^\d+$/.test(value))
  ) {
    fields.set(name, value);
  }
}

/** Concatenates two texts, truncated with `…`. */
function joined(text: string, more: string): string {
  if (text.length > longest) return text;
  const left = longest - text.length;
  return text + (more.length > left ? `${more.slice(0, left)}…` : more);
}

const pieceBytes = 16_384;
/** Milliseconds. */
const longestTask = 8;

/** Decodes a stream in small chunks, and yields to the page between them. */
export async function* textPieces(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let began = performance.now();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      for (let at = 0; at < value.length; at += pieceBytes) {
        const piece = value.subarray(at, at + pieceBytes);
        yield decoder.decode(piece, { stream: true });
        if (performance.now() - began < longestTask) continue;
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
