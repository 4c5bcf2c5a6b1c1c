/**
 * Finds where the items of a list stand.
 *
 * @param source - JSON that parses, with a list at its top.
 * @returns The line of each item, from 1.
 */
export function itemLines(source: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let expected = false;
  for (const [token] of source.matchAll(
    /"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s"[\]{},]+/g,
  )) {
    if (token === '\n') line += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === ',') expected = depth === 1;
    else {
      if (expected && depth === 1) lines.push(line);
      expected = false;
      if (token === '[' || token === '{') {
        depth += 1;
        expected = depth === 1;
      }
    }
  }
  return lines;
}

/**
 * Finds where JSON is broken, as far as the parser says it.
 *
 * @param source - What did not parse.
 * @param reason - The message of the parser.
 * @returns The line, from 1.
 */
export function brokenLine(source: string, reason: string): number {
  const end = source.trimEnd().length;
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position !== undefined)
    return lineAt(source, Math.min(Number(position), end));
  if (/end of JSON/.test(reason)) return lineAt(source, end);
  // Some messages quote what is around the place instead.
  const quoted = /^.*?, (?:\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/s.exec(
    reason,
  )?.[1];
  const token = /^Unexpected token '(.)'/u.exec(reason)?.[1];
  const start = quoted === undefined ? -1 : source.indexOf(quoted);
  if (quoted === undefined || token === undefined || start === -1) return 1;
  const middle = reason.includes(', ..."') ? 10 : 0;
  return lineAt(source, source.indexOf(token, start + middle));
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
