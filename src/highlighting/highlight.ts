import { normalizeTokens } from 'prism-react-renderer';
import Prism, { type Grammar, type TokenStream } from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import { escapeHtml } from '../core/text.ts';

loadLanguages.silent = true;

function grammarOf(language: string): Grammar | undefined {
  if (Prism.languages[language] === undefined) loadLanguages([language]);
  return Prism.languages[language];
}

/**
 * Splits code into tokens, none of which crosses the end of a line.
 *
 * @param language as a fence names it
 * @returns for `highlightedLines`; `''` for an unknown language
 */
export function tokenize(code: string, language: string): string {
  const grammar = grammarOf(language);
  if (grammar === undefined) return '';
  return normalizeTokens(Prism.tokenize(code, grammar))
    .map((line) =>
      line
        // An empty token stands for a line break.
        .filter(({ empty, content }) => !empty && content !== '')
        .map(({ types, content }) =>
          [
            content.length,
            ...(types.every((type) => type === 'plain') ? [] : types),
          ].join('.'),
        )
        .join(' '),
    )
    .join('\n');
}

/** Classes of compact highlighting, by the types of Prism's tokens. */
const compactClasses: Readonly<Record<string, string>> = {
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
 * Highlights code with three classes: `comment`, `string` and `keyword`. The HTML has a quarter of the size.
 *
 * @param language as a fence names it
 */
export function highlightCompact(code: string, language: string): string {
  const grammar = grammarOf(language);
  return grammar === undefined
    ? escapeHtml(code)
    : compactHtml(Prism.tokenize(code, grammar));
}

function compactHtml(stream: TokenStream): string {
  if (typeof stream === 'string') return escapeHtml(stream);
  if (Array.isArray(stream)) return stream.map(compactHtml).join('');
  const { type, content } = stream;
  // Templates and tags contain tokens of their own.
  const name = typeof content === 'string' ? compactClasses[type] : undefined;
  const html = compactHtml(content);
  return name === undefined ? html : `<span class="${name}">${html}</span>`;
}
