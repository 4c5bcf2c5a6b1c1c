import type { Problem } from '../../core/problem.ts';
import { commentBlocks } from '../../translation/page/code-comments.ts';
import { proseOfText } from '../../translation/style/source-prose.ts';
import {
  type TextStyle,
  styleProblems,
} from '../../translation/style/text-style.ts';

/**
 * Checks the style of the comments in a file.
 *
 * @param language of the file, such as `ts`
 */
export function commentStyleProblems(
  file: string,
  text: string,
  language: string,
  style: TextStyle,
): Problem[] {
  return commentBlocks(text, language).flatMap(({ lines, ranges }) =>
    paragraphs(lines).flatMap(({ first, words }) =>
      styleProblems(style, proseOfText(words)).map(({ at, message }) => {
        const index = first + words.slice(0, at).split('\n').length - 1;
        const before = text.slice(0, ranges[index]?.start);
        return { file, line: before.split('\n').length, message };
      }),
    ),
  );
}

/** Divides a comment before its tags, such as `@param`. */
function paragraphs(
  lines: readonly string[],
): { first: number; words: string }[] {
  const found: { first: number; words: string }[] = [];
  lines.forEach((line, index) => {
    const last = found.at(-1);
    if (last === undefined || line.startsWith('@'))
      found.push({ first: index, words: line });
    else last.words += `\n${line}`;
  });
  return found;
}
