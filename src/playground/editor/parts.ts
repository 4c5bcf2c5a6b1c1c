/** A part of a text; highlighted parts have classes. */
export interface Part {
  readonly className: string | undefined;
  readonly text: string;
}

/** A text as it is displayed. */
export interface ShownText {
  /** Its first lines, each as its parts. */
  readonly lines: readonly (readonly Part[])[];
  /** The remaining lines, without elements. */
  readonly rest: string;
}

/** Each is an element of the page. */
const mostLines = 1_000;
/** A longer insertion is plain until it is highlighted. */
const longestInsertion = 1_000;

/**
 * Splits a text into lines.
 *
 * @param parts of its start; the rest is plain
 */
export function shownText(text: string, parts: readonly Part[]): ShownText {
  const plain = { className: undefined, text: text.slice(lengthOf(parts)) };
  const lines: Part[][] = [[]];
  let length = 0;
  for (const { className, text: part } of [...parts, plain]) {
    const [first = '', ...more] = part.split('\n');
    if (first !== '') lines.at(-1)?.push({ className, text: first });
    length += first.length;
    for (const line of more) {
      length += 1;
      if (lines.length === mostLines)
        return { lines, rest: text.slice(length) };
      lines.push(line === '' ? [] : [{ className, text: line }]);
      length += line.length;
    }
  }
  return { lines, rest: '' };
}

/**
 * Keeps the highlighting of a changed text until the new text is highlighted: inserted text has the
 * classes of the preceding part.
 *
 * @param parts of the start of the text before
 */
export function carriedOver(
  parts: readonly Part[],
  before: string,
  after: string,
): readonly Part[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (start >= lengthOf(parts)) return parts;
  let same = 0;
  while (
    same < most - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1;
  }
  const text = after.slice(start, after.length - same);
  const head = sliced(parts, 0, start);
  if (text.length > longestInsertion) return head;
  return [
    ...head,
    { className: head.at(-1)?.className, text },
    ...sliced(parts, before.length - same, before.length),
  ];
}

function sliced(parts: readonly Part[], start: number, end: number): Part[] {
  let at = 0;
  return parts.flatMap(({ className, text }) => {
    const from = Math.max(start - at, 0);
    const to = Math.max(end - at, 0);
    at += text.length;
    const part = text.slice(from, to);
    return part === '' ? [] : [{ className, text: part }];
  });
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}
