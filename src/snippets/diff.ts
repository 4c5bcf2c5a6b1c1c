import { FenceError, type FileFence } from './fence.ts';
import { languageOf } from './language.ts';
import { diffLines, type Hunk, hunksOf } from './line-diff.ts';
import type { SourceFile } from './regions.ts';
import { insideApp, type Snippet } from './snippet.ts';

/** A line of a file that is no marker, with its number in the file. */
interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/**
 * Makes the text of a fence with `before=`: a unified diff of two whole files.
 *
 * It is a patch that `git apply` takes, since the copy button copies what the block shows. To copy the new lines
 * alone, the theme's code block would have to be replaced: it hands one and the same text to its highlighter and to
 * its button. The language is `diff`, in which no comment is found, so comments of a diff stay as the file has them.
 *
 * @param fence what the fence asks for
 * @param written the language that the fence names, if it does
 * @param before the file as it was
 * @param after the file as it is
 * @returns the hunks, with the lines of the new file from the first to the last of them
 * @throws FenceError for files between which nothing differs, or a wrong language
 */
export function diffOf(
  fence: FileFence & { readonly before: string },
  written: string | undefined,
  before: SourceFile,
  after: SourceFile,
): Snippet {
  if (written !== 'diff') languageOf(fence.path, written);
  const shown = linesOf(after);
  const hunks = hunksOf(
    diffLines(
      linesOf(before).map(({ text }) => text),
      shown.map(({ text }) => text),
    ),
  );
  const [first] = hunks;
  const last = hunks.at(-1);
  if (!first || !last) {
    throw new FenceError(
      `nothing differs between "${fence.before}" and "${fence.path}". Show the file alone, without before=, or name the file as it was.`,
    );
  }
  const title = insideApp(fence.path);
  return {
    lang: 'diff',
    text: [
      `--- a/${nameBefore(fence.before)}`,
      `+++ b/${title}`,
      ...hunks.flatMap(unified),
    ].join('\n'),
    title,
    fromLine: shown[first.from.new]?.line ?? 1,
    toLine: shown[last.from.new + linesIn(last, 'deleted') - 1]?.line ?? 1,
    showLineNumbers: false,
  };
}

/** The folder `before/` of an example holds the app as it was, so in that app the folder is not there. */
function nameBefore(path: string): string {
  return insideApp(path).replace(/^before\//, '');
}

function linesOf({ lines, markers }: SourceFile): NumberedLine[] {
  const numbered = lines
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ line }) => !markers.has(line));
  // What follows the last line break is no line.
  return numbered.at(-1)?.text === '' ? numbered.slice(0, -1) : numbered;
}

const SIGNS = { kept: ' ', deleted: '-', inserted: '+' } as const;

function unified(hunk: Hunk): string[] {
  const old = rangeOf(hunk.from.old, linesIn(hunk, 'inserted'));
  const fresh = rangeOf(hunk.from.new, linesIn(hunk, 'deleted'));
  return [
    `@@ -${old} +${fresh} @@`,
    ...hunk.lines.map(({ kind, text }) => `${SIGNS[kind]}${text}`),
  ];
}

function rangeOf(from: number, count: number): string {
  // The format names the line before an empty range.
  return `${count === 0 ? from : from + 1},${count}`;
}

/** How many lines a hunk has, without those of one kind. */
function linesIn({ lines }: Hunk, without: 'deleted' | 'inserted'): number {
  return lines.filter(({ kind }) => kind !== without).length;
}
