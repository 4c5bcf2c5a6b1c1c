import { readSource } from './examples.ts';
import { languageOf } from './language.ts';
import { metaOf, snippetOf } from './snippet.ts';

/**
 * A whole file of an example as a fence would show it, without the markers of its regions, and without a title: what
 * shows the file has named it.
 *
 * @param examplesDir the folder of the examples
 * @param path from that folder
 * @param sourceUrl the address of lines in the repository, if that is known
 * @returns the language, the text and the meta of a code block
 * @throws FenceError or ProblemError as a fence does
 */
export function wholeFile(
  examplesDir: string,
  path: string,
  sourceUrl?: (
    file: string,
    fromLine: number,
    toLine: number,
  ) => string | undefined,
): { lang: string; text: string; meta: string } {
  const source = readSource(examplesDir, path);
  const fence = {
    disposition: 'file' as const,
    path,
    showLineNumbers: false,
  };
  const lang = languageOf(path, undefined);
  const snippet = snippetOf(fence, lang, source);
  const { fromLine, toLine } = snippet;
  return {
    lang: snippet.lang,
    text: snippet.text,
    meta: metaOf(snippet, sourceUrl?.(source.path, fromLine, toLine)).replace(
      /^title="[^"]*"\s*/,
      '',
    ),
  };
}
