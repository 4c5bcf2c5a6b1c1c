import { escapeRegExp } from './text.ts';

/** A line that opens or closes a region. */
export interface RegionMarker {
  readonly kind: 'region' | 'endregion';
  /** The name in the marker; empty if there is none. */
  readonly name: string;
}

/** Starts of line comments, in the languages of code blocks. */
const lineStarts = [
  ...['//', '///', '#', '##', '--', ';', ';;', '%', '!', "'", '::', 'dnl'],
  ...['REM', 'rem', 'Rem', '@REM', '@rem'],
];

/** Starts and ends of block comments. */
const pairs = [
  ['/*', '*/'],
  ['{/*', '*/}'],
  ['<!--', '-->'],
  ['{{!--', '--}}'],
  ['{{!', '}}'],
  ['<%--', '--%>'],
  ['(*', '*)'],
  ['{-', '-}'],
  ['--[[', ']]'],
] as const;

const anyOf = (texts: readonly string[]) =>
  // Longest first, since some start with others.
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');

const starts = anyOf([...lineStarts, ...pairs.map(([start]) => start)]);
const ends = anyOf(pairs.map(([, end]) => end));

// In Python, C# and PowerShell, the marker itself is a comment or directive: `#region name`.
const marker = new RegExp(
  String.raw`^\s*(?:(?:${starts})\s*)?#(region|endregion)(?![\w-])\s*(.*?)\s*(?:${ends})?\s*$`,
);
// Only its start, so that long lines are scanned once.
const anywhere = new RegExp(
  String.raw`(?:${anyOf(['//', ...pairs.map(([start]) => start)])})\s{0,9}#(?:region|endregion)(?![\w-])`,
);

/**
 * Parses a region marker in a comment of any language: `// #region name`.
 *
 * @returns undefined for any other line
 */
export function regionMarkerIn(line: string): RegionMarker | undefined {
  const [, kind, name = ''] = marker.exec(line) ?? [];
  return kind === 'region' || kind === 'endregion' ? { kind, name } : undefined;
}

/** Whether a line contains a marker after code. */
export function hasTrailingMarker(line: string): boolean {
  return anywhere.test(line);
}
