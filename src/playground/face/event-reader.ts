/** An event as it stood on the wire: what a stream leaves out is undefined. */
export interface WireEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly retry: number | undefined;
  readonly data: string | undefined;
}

/**
 * Reads an event stream as the HTML standard says, and keeps what a browser
 * does not tell: which fields an event had.
 *
 * @param take gets each event, and a block of nothing but `id` or `retry`
 * @returns takes the next piece of the stream's text
 */
export function eventReader(
  take: (event: WireEvent) => void,
): (piece: string) => void {
  let rest = '';
  let fields = new Map<string, string>();
  return (piece) => {
    // A carriage return at the end may be the first half of a line break.
    const lines = (rest + piece).split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        read(line, fields);
        continue;
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
  };
}

function read(line: string, fields: Map<string, string>): void {
  const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  const before = fields.get(name);
  if (name === 'data') {
    fields.set(name, before === undefined ? value : `${before}\n${value}`);
  } else if (
    name === 'event' ||
    (name === 'id' && !value.includes('\0')) ||
    (name === 'retry' && /^\d+$/.test(value))
  ) {
    fields.set(name, value);
  }
}
