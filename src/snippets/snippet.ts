import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { nearestNames, quoted } from '../core/nearest.ts';
import { FenceError, type FileFence } from './fence.ts';
import { readSource } from './files.ts';
import { extract, type SourceFile } from './regions.ts';

/** The text of a fence with `file=`, and its lines in the file, from 1. */
export interface Snippet {
  readonly lang: string;
  readonly text: string;
  readonly fromLine: number;
  readonly toLine: number;
}

/** Languages by file extension, or by the name of a file without one. The first is the default. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Dockerfile: 'docker',
  conf: 'properties nginx',
  css: 'css',
  dockerignore: 'text',
  html: 'html',
  js: 'js javascript jsx',
  json: 'json jsonc',
  md: 'md markdown',
  mjs: 'js javascript',
  mts: 'ts typescript',
  scss: 'scss',
  sh: 'bash sh',
  ts: 'ts typescript',
  tsx: 'tsx',
  txt: 'text',
  yaml: 'yaml',
  yml: 'yaml',
};

/**
 * Chooses the language of a file.
 *
 * @param written the language that the fence names
 * @returns that language; otherwise the one of the extension, or the extension itself, such as `vue`
 * @throws FenceError if the fence names another language than the extension
 */
export function languageOf(path: string, written?: string): string {
  const extension = /[^./]+$/.exec(path)?.[0] ?? '';
  const known = LANGUAGES[extension]?.split(' ');
  if (written !== undefined && known?.includes(written) === false) {
    throw new FenceError(
      `the fence names the language "${written}", but ${path} is ${quoted(known)}. Write ${known[0]}, or no language.`,
    );
  }
  return written ?? known?.[0] ?? extension;
}

/**
 * Extracts the text of a fence from its file.
 *
 * @param written the language that the fence names
 * @throws FenceError for an unknown region, a wrong language, or highlighted lines outside of the text
 */
export function snippetOf(
  fence: FileFence,
  written: string | undefined,
  source: SourceFile,
): Snippet {
  const { path, region: name, highlight } = fence;
  const region = name === undefined ? undefined : source.regions.get(name);
  if (name !== undefined && !region) {
    const names = [...source.regions.keys()];
    throw new FenceError(
      names.length === 0
        ? `no region "${name}" in ${source.path}; this file has none. Mark it there with #region ${name}, or show the whole file.`
        : `no region "${name}" in ${source.path}; this file has ${quoted(nearestNames(name, names, names.length))}. Name one of these.`,
    );
  }
  const lang = languageOf(path, written);
  const extracted = extract(source, region);
  if (highlight !== undefined) {
    checkHighlight(highlight, extracted.text.split('\n').length);
  }
  return { lang, ...extracted };
}

/** Returns a whole file as a code block shows it: without region markers. */
export function wholeFile(
  examplesDir: string,
  path: string,
): { lang: string; text: string } {
  const { text } = extract(readSource(examplesDir, path));
  return { lang: languageOf(path), text };
}

/**
 * Compares two whole files. The text is a patch for `git apply`, since the copy button copies what the block shows.
 *
 * @param written the language that the fence names
 * @throws FenceError for equal files or a wrong language
 */
export function diffOf(
  { path, before }: { readonly path: string; readonly before: string },
  written: string | undefined,
  oldFile: SourceFile,
  newFile: SourceFile,
): Snippet {
  if (written !== 'diff') languageOf(path, written);
  const newLines = unmarkedLines(newFile);
  const patch = structuredPatch(
    `a/${insideApp(before)}`,
    `b/${insideApp(path)}`,
    textOf(unmarkedLines(oldFile)),
    textOf(newLines),
    undefined,
    undefined,
    { context: 3 },
  );
  const first = patch.hunks[0];
  const last = patch.hunks.at(-1);
  if (!first || !last) {
    throw new FenceError(
      `"${before}" and "${path}" are equal. Show the file alone, without before=, or name an earlier version.`,
    );
  }
  const lineAt = (line: number) => newLines[line - 1]?.line ?? 1;
  return {
    // Comments are not translated in this language, so a diff shows them as they are in the file.
    lang: 'diff',
    text: formatPatch(patch, FILE_HEADERS_ONLY).replace(/\n$/, ''),
    fromLine: lineAt(first.newStart),
    toLine: lineAt(last.newStart + last.newLines - 1),
  };
}

/** Returns the path of a file inside its app, without the folder of an earlier or later version. */
export function insideApp(path: string): string {
  return path.slice(path.indexOf('/') + 1).replace(/^(?:before|after)\//, '');
}

interface NumberedLine {
  /** Number in the file. */
  readonly line: number;
  readonly text: string;
}

function unmarkedLines({ lines, markers }: SourceFile): NumberedLine[] {
  const numbered = lines
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ line }) => !markers.has(line));
  return numbered.at(-1)?.text === '' ? numbered.slice(0, -1) : numbered;
}

function textOf(lines: readonly NumberedLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

function checkHighlight(highlight: string, count: number): void {
  if (!/^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(highlight)) {
    throw new FenceError(
      `{${highlight}} is not a list of lines. Write something like {1,3-5}.`,
    );
  }
  for (const range of highlight.split(',')) {
    const [from = 0, to = from] = range.split('-').map(Number);
    if (from < 1 || to < from || to > count) {
      throw new FenceError(
        `{${highlight}} highlights ${range}, but the shown text has ${count} ${count === 1 ? 'line' : 'lines'}. Lines count from 1, in the shown text.`,
      );
    }
  }
}
