/** Layout cost of one part of a payload: 10 kB of plain text. */
export const partCost = 10_000;

/** Limit of a stored payload in characters, or of a body in bytes. */
export const keptLength = 1_000_000;

/** Longer JSON isn't formatted. */
const longestJson = 100_000;

/**
 * Computes the layout cost of a text. A plain character costs 1; a line break, which makes a box, and a character
 * beyond ASCII, which may need another font, or a control character, which is shown as an escape, cost 10.
 *
 * @returns the cost, and the index at which it exceeds the limit
 */
function measure(text: string, allowed: number): [cost: number, end: number] {
  let cost = 0;
  let at = 0;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    cost += unit >= 0x20 && unit < 0x7f ? 1 : 10;
    if (cost > allowed) return [allowed, wholeEnd(text, at)];
  }
  return [cost, at];
}

/** The layout cost of all texts in a value, at most that of one part. */
export function costOf(value: unknown): number {
  if (typeof value === 'string') return measure(value, partCost)[0];
  let cost = 0;
  if (typeof value !== 'object' || value === null) return cost;
  for (const one of Object.values(value)) {
    cost += costOf(one);
    if (cost > partCost) return partCost;
  }
  return cost;
}

/**
 * The part of a payload that is displayed.
 *
 * @param allowed the maximum layout cost
 */
export function shownPart(
  text: string,
  isPretty: boolean,
  allowed: number,
): { readonly text: string; readonly isWhole: boolean } {
  const json =
    isPretty && text.length <= longestJson
      ? formatJson(text, allowed + 1)
      : undefined;
  const all = json ?? text;
  const [, end] = measure(all, allowed);
  return { text: all.slice(0, end), isWhole: end === all.length };
}

/** The layout cost of a line with formatted JSON: indentation can make ten bytes a thousand. */
export function formattedCost(line: object): number {
  return costOf(
    Object.values(line).map((value: unknown) =>
      typeof value === 'string' ? shownPart(value, true, partCost).text : value,
    ),
  );
}

const encoder = new TextEncoder();
const pieceLength = 65_536;
const pieceBuffer = new Uint8Array(3 * pieceLength);

/**
 * Truncates a payload for storage.
 *
 * @returns the text, which ends with `…` if it is longer than a million characters, and its size in bytes
 */
export function keptText(text: string): {
  readonly text: string;
  readonly size: number;
} {
  let size = 0;
  for (let at = 0; at < text.length;) {
    const end = wholeEnd(text, at + pieceLength);
    // In Chromium, encoding a slice up to the end takes as long as encoding everything.
    size += encoder.encodeInto(text.slice(at, end), pieceBuffer).written;
    at = end;
  }
  if (text.length <= keptLength) return { text, size };
  // A slice alone would keep the whole payload in memory.
  const copy = encoder.encode(text.slice(0, wholeEnd(text, keptLength)));
  return { text: `${new TextDecoder().decode(copy)}…`, size };
}

/** Moves an index that would split a surrogate pair. */
function wholeEnd(text: string, end: number): number {
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}

/**
 * Reads a body up to a megabyte. A longer one is cancelled, and its text ends with `…`.
 */
export async function readText(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (let left = keptLength; ;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
    if (left < 0) {
      void reader.cancel();
      return `${text}…`;
    }
  }
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s"[\]{},:]+/g;

/**
 * Formats a JSON text, one value per line. The values stay as they were sent.
 *
 * @param most length after which formatting stops: indentation can make a short text very long
 * @returns undefined if the text isn't JSON
 */
export function formatJson(text: string, most: number): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  let formatted = '';
  let depth = 0;
  let previous = '';
  for (const [token] of text.matchAll(tokens)) {
    if (formatted.length >= most) break;
    const isClosing = token === ']' || token === '}';
    if (isClosing) depth -= 1;
    const isEmpty = isClosing && (previous === '[' || previous === '{');
    const startsLine = isClosing
      ? !isEmpty
      : previous === '[' || previous === '{' || previous === ',';
    if (startsLine) formatted += `\n${'  '.repeat(depth)}`;
    formatted += token === ':' ? ': ' : token;
    if (token === '[' || token === '{') depth += 1;
    previous = token;
  }
  return formatted;
}

/** Seconds since the first line, for a column: `1.25 s`. */
export function secondsText(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
