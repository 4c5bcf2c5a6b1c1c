import { load } from 'cheerio';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

import { commentBlocks, withComments } from '../page/code-comments.ts';
import { codeInComment, isInstruction } from './comment-safety.ts';
import { generatedSeed } from '../testing/generated-seed.ts';

const pieces = fc.constantFrom(
  ...'aZ9ö中 .,:;!?-+=#$%/()\'"`*_~|<>{}[]\\&@^'.split(''),
  ...['*/', '/*', '//', '-->', '--!>', '<!--', '->', '</script>', '</style>'],
  ...['<p>', 'und', 'Wort ', '\u2028', '\r', '`a`', '${', '{/*', '*/}', 'b()'],
);
const line = fc
  .array(pieces, { minLength: 1, maxLength: 6 })
  .map((all) => all.join(''));

/** Returns the code with a translation of its only comment; undefined if it is refused. */
function shown(code: string, language: string, text: string) {
  const [block] = commentBlocks(code, language);
  if (block === undefined) throw new Error('there is no comment');
  return codeInComment(block.lines, [text]) === undefined
    ? withComments(code, language, [{ block, lines: [text] }])
    : undefined;
}

describe('no accepted comment changes the code, according to its own grammar', () => {
  test.each([
    ['ts', '// The <list> of a*b, for "you".\na();'],
    ['ts', '/* The list. */ a();'],
    ['ts', '/*List*/ a(`${b}`);'],
    ['tsx', 'const a = <p>{/* The list. */}</p>;'],
  ])('%s: %s', (language, code) => {
    const tokens = (source: string): string[] => {
      const kind =
        language === 'tsx'
          ? ts.LanguageVariant.JSX
          : ts.LanguageVariant.Standard;
      const scanner = ts.createScanner(
        ts.ScriptTarget.Latest,
        true,
        kind,
        source,
      );
      const found: string[] = [];
      while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken)
        found.push(scanner.getTokenText());
      return found;
    };
    fc.assert(
      fc.property(line, (text) => {
        const result = shown(code, language, text);
        if (result !== undefined) expect(tokens(result)).toEqual(tokens(code));
      }),
      { numRuns: 2000, seed: generatedSeed() },
    );
  });

  test.each([
    '<p>a</p><!-- The list. --><p>b</p>',
    '<p>a</p><!--List--><p>b</p>',
    '<p>a</p><!-- a -> b --><p>b</p>',
    '<script>\n// The list.\na();</script><p>b</p>',
    '<style>/* The list. */ a {}</style><p>b</p>',
  ])('html: %s', (code) => {
    const elements = (source: string): string => {
      const $ = load(source, null, false);
      $('script, style').text('');
      const comments = $.root()
        .contents()
        .filter((_, node) => node.nodeType === 8);
      return `${comments.remove().length} ${$.html()}`;
    };
    fc.assert(
      fc.property(line, (text) => {
        const result = shown(code, 'html', text);
        if (result !== undefined) expect(elements(result)).toBe(elements(code));
      }),
      { numRuns: 2000, seed: generatedSeed() },
    );
  });
});

test.each([
  [['The list.'], ['Wörter und/oder Worte (z.\u00a0B. 10:30), 50 % – „ja“!']],
  [['The list.'], ['Die Nutzer:innen der WebSocket-Server …']],
  [['The list.'], ['这个列表，见“指南”（可选）。']],
  [['Reads `a | b`.'], ['Liest `a | b`.']],
  [
    ['@param text the text', '@returns it'],
    ['@param text der Text', '@returns ihn'],
  ],
  [['In /etc/nginx/conf.d only.'], ['Nur in /etc/nginx/conf.d.']],
  [['npm run --silent a < file'], ['Mit npm run --silent a < Datei']],
  [['Type-safe, go to it, eslint does so.'], ['Typsicher']],
])('%j may be translated as %j', (english, german) => {
  expect(codeInComment(english, german)).toBeUndefined();
});

test.each([
  'Type: a text.',
  'Type-safe access to it.',
  'Go on: read it.',
  'vite: the dev server',
  '@param a the list',
  'The region of a list.',
  'Browsers ignore this.',
  '1. Open it.',
  '- an item',
])('%s is a message', (text) => {
  expect(isInstruction(text)).toBe(false);
});
