import { normalizeTokens, type Token } from 'prism-react-renderer';
import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import { escaped } from './text.ts';

loadLanguages.silent = true;

/**
 * Code as HTML, coloured by the classes of Prism. No element crosses the end of a line.
 *
 * @param code the text
 * @param language as a fence names it; one that is not known is not coloured
 * @returns HTML whose text is the code to the character
 */
export function highlight(code: string, language: string): string {
  if (Prism.languages[language] === undefined) loadLanguages([language]);
  const grammar = Prism.languages[language];
  if (grammar === undefined) return escaped(code);
  return normalizeTokens(Prism.tokenize(code, grammar))
    .map((line) => line.map(htmlOf).join(''))
    .join('\n');
}

function htmlOf({ types, content, empty }: Token): string {
  // What is empty stands for a line feed.
  if (empty || content === '') return '';
  return types.every((type) => type === 'plain')
    ? escaped(content)
    : `<span class="token ${types.join(' ')}">${escaped(content)}</span>`;
}
