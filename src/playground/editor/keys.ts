/** A selection by offsets; a caret is an empty one. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** One edit: `insert` replaces the text between the offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly then: Selection;
}

const step = '  ';

/** Tab: inserts two spaces at a caret, or before each line of a selection of several lines. */
export function indent(text: string, { start, end }: Selection): Edit {
  if (!text.slice(start, end).includes('\n')) {
    const caret = start + step.length;
    return {
      from: start,
      to: end,
      insert: step,
      then: { start: caret, end: caret },
    };
  }
  return onLines(text, { start, end }, (line) => step + line);
}

/** Shift+Tab: removes up to two spaces at the start of each line. */
export function outdent(text: string, selection: Selection): Edit {
  return onLines(text, selection, (line) => line.replace(/^ {1,2}|^\t/, ''));
}

/** Enter: indents the new line like this one, and deeper after an opening bracket. */
export function newLine(text: string, { start, end }: Selection): Edit {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [blank = ''] = /^[ \t]*/.exec(line) ?? [];
  const deeper = /[[({]\s*$/.test(line) ? step : '';
  const insert = `\n${blank}${deeper}`;
  const caret = start + insert.length;
  return { from: start, to: end, insert, then: { start: caret, end: caret } };
}

function onLines(
  text: string,
  { start, end }: Selection,
  change: (line: string) => string,
): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the start of a line doesn't include this line.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', last);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const changed = lines.map(change);
  const insert = changed.join('\n');
  const first = (changed[0] ?? '').length - (lines[0] ?? '').length;
  const moved = Math.max(from, start + first);
  return {
    from,
    to,
    insert,
    then: {
      start: moved,
      end: Math.max(moved, end + insert.length - (to - from)),
    },
  };
}

/** The offset of a position, from 1; the end of the line or text for a position that doesn't exist. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(
    text.length,
    start + Math.min(column - 1, (lines[line - 1] ?? '').length),
  );
}
