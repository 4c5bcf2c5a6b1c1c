import { createContext } from 'react';
import { escapeHtml } from '../core/text.ts';

/** Tokens of the surrounding code block; undefined for code that isn't from a fence. */
export const Tokens = createContext<string | undefined>(undefined);

/**
 * Renders highlighted code in the browser and on the server.
 *
 * @param code without a line break at its end
 * @param tokens as `tokenize` returns them: for each line, lengths followed by Prism's classes, such as `5.keyword 1 1`; `''` for plain text
 * @returns HTML for each line
 */
export function highlightedLines(code: string, tokens: string): string[] {
  const lines = tokens === '' ? [] : tokens.split('\n');
  return code.split('\n').map((line, index) => {
    let end = 0;
    const html = lines[index]?.split(' ').map((token) => {
      const [length, ...classes] = token.split('.');
      const text = escapeHtml(line.slice(end, (end += Number(length))));
      return classes.length === 0
        ? text
        : `<span class="token ${classes.join(' ')}">${text}</span>`;
    });
    return html?.join('') ?? escapeHtml(line);
  });
}
