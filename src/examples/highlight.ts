import Prism, { type Token, type TokenStream } from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

loadLanguages.silent = true;

/** What is coloured, by the type of its tokens: enough to read by, and a quarter of the markup of a code block. */
const kinds: Readonly<Record<string, string>> = {
  comment: 'token comment',
  'template-string': 'string',
  string: 'string',
  'attr-value': 'string',
  keyword: 'keyword',
  boolean: 'keyword',
  atrule: 'keyword',
  tag: 'keyword',
  property: 'keyword',
};

/**
 * Code as HTML, coloured by classes: `comment`, as in a code block, `string` and `keyword`.
 *
 * @param code the text
 * @param language as a fence names it; one that is not known is not coloured
 * @returns HTML whose text is the code to the character
 */
export function highlighted(code: string, language: string): string {
  if (Prism.languages[language] === undefined) loadLanguages([language]);
  const grammar = Prism.languages[language];
  return grammar === undefined
    ? escaped(code)
    : htmlOf(Prism.tokenize(code, grammar));
}

function htmlOf(stream: TokenStream): string {
  if (typeof stream === 'string') return escaped(stream);
  if (Array.isArray(stream)) return stream.map(htmlOf).join('');
  const inside = htmlOf(stream.content);
  const kind = kindOf(stream);
  return kind === undefined ? inside : `<span class="${kind}">${inside}</span>`;
}

/** Only tokens that hold plain text are coloured: the rest of a template or a tag has parts of its own. */
function kindOf({ type, content }: Token): string | undefined {
  return typeof content === 'string' ? kinds[type] : undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
