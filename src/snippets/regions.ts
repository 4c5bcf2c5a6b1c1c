import { hasTrailingMarker, regionMarkerIn } from '../core/region-marker.ts';
import { quoted } from '../core/nearest.ts';
import { ProblemError } from '../core/problem.ts';

/** The lines between a pair of markers. */
export interface Region {
  readonly name: string;
  /** First line after the opening marker, from 1. */
  readonly fromLine: number;
  /** Last line before the closing marker. */
  readonly toLine: number;
}

/** A file of an example with its regions. */
export interface SourceFile {
  /** Path for messages. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly regions: ReadonlyMap<string, Region>;
  /** Numbers of the marker lines, from 1. */
  readonly markers: ReadonlySet<number>;
}

/** Text without markers, and the lines it comes from. */
export interface Extract {
  readonly text: string;
  readonly fromLine: number;
  readonly toLine: number;
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Finds the regions of a file. Regions may be nested.
 *
 * @param path for messages
 * @throws ProblemError for a marker without a valid name or after code, and for a region that is opened twice, never closed,
 *   closed without being open, closed in the wrong order, or empty
 */
export function parseRegions(path: string, text: string): SourceFile {
  const lines = text.split(/\r?\n/);
  const regions = new Map<string, Region>();
  const markers = new Set<number>();
  const open: { name: string; line: number }[] = [];
  const opened = new Map<string, number>();
  const fail = (line: number, message: string): never => {
    throw new ProblemError({ file: path, line, message });
  };

  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const marker = regionMarkerIn(content);
    if (!marker) {
      if (hasTrailingMarker(content)) {
        fail(
          line,
          'a region marker follows code, where it would be shown. Put it on a line of its own.',
        );
      }
      continue;
    }
    markers.add(line);
    const { kind, name } = marker;
    if (!NAME.test(name)) {
      fail(
        line,
        `#${kind} has ${name === '' ? 'no name' : `the name "${name}"`}; a name is lower-case words joined by hyphens. Write "#${kind} some-name".`,
      );
    }
    if (kind === 'region') {
      const first = opened.get(name);
      if (first !== undefined) {
        fail(
          line,
          `region "${name}" is opened again; it was opened in line ${first}. Rename one of the two.`,
        );
      }
      opened.set(name, line);
      open.push({ name, line });
      continue;
    }
    const innermost = open.pop();
    if (innermost?.name !== name) {
      fail(
        line,
        innermost
          ? `#endregion "${name}", but the region open here is "${innermost.name}", from line ${innermost.line}. Close that one first.`
          : `#endregion "${name}", but no region is open here. Write "#region ${name}" above, or delete this line.`,
      );
    }
    const fromLine = (innermost?.line ?? line) + 1;
    const hasText = lines
      .slice(fromLine - 1, index)
      .some((text, i) => !markers.has(fromLine + i) && text.trim() !== '');
    if (!hasText) {
      fail(line, `region "${name}" is empty. Put code into it, or delete it.`);
    }
    regions.set(name, { name, fromLine, toLine: index });
  }

  const unclosed = open.at(-1);
  if (unclosed) {
    fail(
      unclosed.line,
      `region "${unclosed.name}" is never closed; the file has ${closings(regions)}. Write "#endregion ${unclosed.name}" where it ends.`,
    );
  }
  return { path, lines, regions, markers };
}

function closings(regions: ReadonlyMap<string, Region>): string {
  return regions.size === 0
    ? 'no #endregion'
    : `#endregion for ${quoted([...regions.keys()])}`;
}

/** Extracts the text of a region, or of the whole file: dedented, without markers and without blank lines around it. */
export function extract(source: SourceFile, region?: Region): Extract {
  const first = region?.fromLine ?? 1;
  const last = region?.toLine ?? source.lines.length;
  const kept: { line: number; content: string }[] = [];
  let markerSince = false;
  for (let line = first; line <= last; line++) {
    const content = (source.lines[line - 1] ?? '').trimEnd();
    if (source.markers.has(line)) {
      markerSince = true;
      continue;
    }
    // Without the marker between them, two blank lines would be adjacent.
    if (content === '' && markerSince && kept.at(-1)?.content === '') continue;
    markerSince = false;
    kept.push({ line, content });
  }
  while (kept[0]?.content === '') kept.shift();
  while (kept.at(-1)?.content === '') kept.pop();

  const indent = commonIndent(kept.map(({ content }) => content));
  return {
    text: kept.map(({ content }) => content.slice(indent)).join('\n'),
    fromLine: kept[0]?.line ?? first,
    toLine: kept.at(-1)?.line ?? last,
  };
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines
    .filter((line) => line !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const [first = '', ...rest] = indents;
  let width = first.length;
  for (const indent of rest) {
    while (!indent.startsWith(first.slice(0, width))) width--;
  }
  return width;
}
