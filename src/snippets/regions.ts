import { quoted } from './nearest.ts';
import { ProblemError } from './problem.ts';

/** The lines between a pair of markers, the markers themselves not counted. */
export interface Region {
  readonly name: string;
  /** First line after the opening marker, from 1. */
  readonly fromLine: number;
  /** Last line before the closing marker. */
  readonly toLine: number;
}

/** A file of an example, read for its markers. */
export interface SourceFile {
  /** Path from the root of the repository, for messages. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly regions: ReadonlyMap<string, Region>;
  /** Numbers of the lines that are markers, from 1. */
  readonly markers: ReadonlySet<number>;
}

/** What a fence shows: text without markers, and the lines it comes from. */
export interface Extract {
  readonly text: string;
  readonly fromLine: number;
  readonly toLine: number;
}

// Any comment style in any file: a template inside a component is HTML inside TypeScript.
const MARKER =
  /^\s*(?:\/\/|\/\*|<!--|#)\s*#(region|endregion)(?![\w-])\s*(.*?)\s*(?:\*\/|-->)?\s*$/;
// Only its own start, so that a line of a megabyte is read once.
const MARKER_ANYWHERE =
  /(?:\/\/|\/\*|<!--)\s{0,9}#(?:region|endregion)(?![\w-])/;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Finds the regions of a file. Regions may lie inside each other.
 *
 * @param path of the file from the root of the repository, for messages
 * @param text the file
 * @returns the file's lines, regions and marker lines
 * @throws ProblemError for a marker without a plain name or beside code, a region opened twice,
 *   never closed, closed without being open, closed in the wrong order, or empty
 */
export function parseRegions(path: string, text: string): SourceFile {
  const lines = text.split(/\r?\n/);
  const regions = new Map<string, Region>();
  const markers = new Set<number>();
  const open: { name: string; line: number }[] = [];
  const opened = new Map<string, number>();

  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const fail = (message: string): never => {
      throw new ProblemError({ file: path, line, message });
    };
    const marker = MARKER.exec(content);
    if (!marker) {
      if (MARKER_ANYWHERE.test(content)) {
        fail(
          'a region marker stands behind code, where it would be shown. Give it a line of its own.',
        );
      }
      continue;
    }
    markers.add(line);
    const [, kind = '', name = ''] = marker;
    if (!NAME.test(name)) {
      fail(
        `#${kind} has ${name === '' ? 'no name' : `the name "${name}"`}; a name is lower-case words joined by hyphens. Write "#${kind} some-name".`,
      );
    }
    if (kind === 'region') {
      const first = opened.get(name);
      if (first !== undefined) {
        fail(
          `region "${name}" is opened a second time; it opens first in line ${first}. Give one of the two another name.`,
        );
      }
      opened.set(name, line);
      open.push({ name, line });
      continue;
    }
    const innermost = open.at(-1);
    if (innermost?.name !== name) {
      fail(
        innermost
          ? `#endregion "${name}", but the region open here is "${innermost.name}", from line ${innermost.line}. Close that one first.`
          : `#endregion "${name}", but no region is open here. Write "#region ${name}" above, or delete this line.`,
      );
    }
    open.pop();
    const fromLine = (innermost?.line ?? line) + 1;
    const shown = lines
      .slice(fromLine - 1, line - 1)
      .some((text, i) => !markers.has(fromLine + i) && text.trim() !== '');
    if (!shown) {
      fail(`region "${name}" is empty. Put code into it, or delete it.`);
    }
    regions.set(name, { name, fromLine, toLine: line - 1 });
  }

  const unclosed = open.at(-1);
  if (unclosed) {
    throw new ProblemError({
      file: path,
      line: unclosed.line,
      message: `region "${unclosed.name}" is never closed; the file has ${closings(regions)}. Write "#endregion ${unclosed.name}" where it ends.`,
    });
  }
  return { path, lines, regions, markers };
}

function closings(regions: ReadonlyMap<string, Region>): string {
  return regions.size === 0
    ? 'no #endregion'
    : `#endregion for ${quoted([...regions.keys()])}`;
}

/**
 * The text of a region or of the whole file: no markers, no blank lines around it, dedented.
 *
 * @param source a file as parseRegions read it
 * @param region the region; without it, the whole file
 * @returns the text, and the lines of the file that it spans
 */
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
    // A marker between two blank lines would leave a hole.
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
