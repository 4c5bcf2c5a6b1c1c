import { readSource } from './examples.ts';
import { languageOf } from './language.ts';
import { extract } from './regions.ts';

/**
 * A whole file of an example as a fence would show it, without the markers of its regions.
 *
 * @param examplesDir the folder of the examples
 * @param path from that folder
 * @returns the language and the text of a code block
 * @throws FenceError or ProblemError as a fence does
 */
export function wholeFile(
  examplesDir: string,
  path: string,
): { lang: string; text: string } {
  const { text } = extract(readSource(examplesDir, path));
  return { lang: languageOf(path, undefined), text };
}
