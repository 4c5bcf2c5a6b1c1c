import { checkHighlight, FenceError, type FileFence } from './fence.ts';
import { languageOf } from './language.ts';
import { nearest, quoted } from './nearest.ts';
import { extract, type SourceFile } from './regions.ts';

/** What a page shows for a fence with `file=`. */
export interface Snippet {
  readonly lang: string;
  readonly text: string;
  /** Path inside the app. */
  readonly title: string;
  /** First line of the file that is shown, from 1. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly highlight?: string;
  readonly showLineNumbers: boolean;
  /** Lines of the text that hold its imports, `1-4`, if they are to be folded. */
  readonly imports?: string;
}

/**
 * Takes the text of a fence from its file.
 *
 * @param fence what the fence asks for
 * @param written the language that the fence names, if it does
 * @param source the file
 * @returns the text with what the page says around it
 * @throws FenceError for an unknown region, a wrong language, lines that are not there, or imports
 *   to fold where there are none
 */
export function snippetOf(
  fence: FileFence,
  written: string | undefined,
  source: SourceFile,
): Snippet {
  const region =
    fence.region === undefined ? undefined : source.regions.get(fence.region);
  if (fence.region !== undefined && !region) {
    const names = [...source.regions.keys()];
    throw new FenceError(
      names.length === 0
        ? `no region "${fence.region}" in ${source.path}; this file has none. Mark it there with #region ${fence.region}, or show the whole file.`
        : `no region "${fence.region}" in ${source.path}; this file has ${quoted(nearest(fence.region, names, names.length))}. Name one of these.`,
    );
  }
  const lang = languageOf(fence.path, written);
  const { text, fromLine, toLine } = extract(source, region);
  if (fence.highlight !== undefined) {
    checkHighlight(fence.highlight, text.split('\n').length);
  }
  return {
    lang,
    text,
    title: fence.path.slice(fence.path.indexOf('/') + 1),
    fromLine,
    toLine,
    showLineNumbers: fence.showLineNumbers,
    ...(fence.highlight === undefined ? {} : { highlight: fence.highlight }),
    ...(fence.foldImports ? { imports: importLines(text) } : {}),
  };
}

function importLines(text: string): string {
  const lines = text.split('\n');
  let last = 0;
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (!inside && line !== '' && !/^import\b/.test(line)) break;
    inside ||= /^import\b/.test(line);
    if (inside && line.endsWith(';')) {
      inside = false;
      last = index + 1;
    }
  }
  if (last === 0 || last === lines.length) {
    throw new FenceError(
      `foldImports folds the imports at the beginning, and ${last === 0 ? 'the shown text does not begin with any' : 'the shown text is nothing else'}. Delete foldImports.`,
    );
  }
  return `1-${last}`;
}

/**
 * The meta by which the code block draws a snippet.
 *
 * @param snippet the snippet
 * @param source address of its lines in the repository, if there is one
 * @returns `title="…" source="…" imports="…" showLineNumbers {…}`, with only what applies
 */
export function metaOf(snippet: Snippet, source: string | undefined): string {
  return [
    `title="${snippet.title}"`,
    ...(source === undefined ? [] : [`source="${source}"`]),
    ...(snippet.imports === undefined ? [] : [`imports="${snippet.imports}"`]),
    ...(snippet.showLineNumbers ? ['showLineNumbers'] : []),
    ...(snippet.highlight === undefined ? [] : [`{${snippet.highlight}}`]),
  ].join(' ');
}
