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
}

/**
 * Takes the text of a fence from its file.
 *
 * @param fence what the fence asks for
 * @param written the language that the fence names, if it does
 * @param source the file
 * @returns the text with what the page says around it
 * @throws FenceError for an unknown region, a wrong language, or lines that are not there
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
    title: insideApp(fence.path),
    fromLine,
    toLine,
    showLineNumbers: fence.showLineNumbers,
    ...(fence.highlight === undefined ? {} : { highlight: fence.highlight }),
  };
}

/**
 * The path of a file inside its app.
 *
 * @param path from examples/
 */
export function insideApp(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/**
 * The meta by which the code block draws a snippet.
 *
 * @param snippet the snippet
 * @param source address of its lines in the repository, if there is one
 * @param page place in the site that shows the whole file, if there is one
 * @returns `title="…" source="…" page="…" showLineNumbers {…}`, with only what applies
 */
export function metaOf(
  snippet: Snippet,
  source: string | undefined,
  page: string | undefined,
): string {
  return [
    `title="${snippet.title}"`,
    ...(source === undefined ? [] : [`source="${source}"`]),
    ...(page === undefined ? [] : [`page="${page}"`]),
    ...(snippet.showLineNumbers ? ['showLineNumbers'] : []),
    ...(snippet.highlight === undefined ? [] : [`{${snippet.highlight}}`]),
  ].join(' ');
}
