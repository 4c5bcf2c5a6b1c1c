import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { claimsOf } from './claims.ts';

const claims = (text: string) => {
  const tree: Root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx)
    .parse(text);
  return claimsOf(tree);
};

const definitions = `
[=url]: ../examples/chat/evidence/routes.json#chat.url
[=h3]: ../package-lock.json#h3
[=exit]: ../examples/chat/evidence/dev.json#exit "1"
`;

test('values and bound sentences are listed with their lines', () => {
  const { facts, bound, loose } = claims(
    [
      'At [=url] with [=h3].',
      '',
      'It [exits *at once*][=exit].',
      '',
      '<KnownBug of="chat/publish#sent" is="binary" package="crossws" upstream="https://github.com/a/b/issues/1">',
      '',
      'It closes after 3 s.',
      '',
      '</KnownBug>',
      '',
      definitions,
    ].join('\n'),
  );
  expect(facts).toEqual([
    { line: 1, of: 'chat/routes#chat.url' },
    { line: 1, of: 'h3' },
  ]);
  expect(bound).toEqual([
    { line: 3, of: 'chat/dev#exit', is: '1', words: 'exits at once' },
    {
      line: 5,
      of: 'chat/publish#sent',
      is: 'binary',
      words: 'It closes after 3 s.',
    },
  ]);
  expect(loose).toEqual([]);
});

describe('sounds measured and is bound to nothing: ', () => {
  test.each([
    ['The server waits for 30 s.'],
    ['It exits.'],
    ['A socket stays silent.'],
    ['Each takes 97 KiB.'],
    ['The route is served\nwithout the prefix.'],
  ])('%s', (sentence) => {
    expect(claims(`A line.\n${sentence}`).loose).toEqual([
      { line: 2, sentence: sentence.replace('\n', ' ') },
    ]);
  });

  test('only the sentence that holds no value', () => {
    expect(
      claims(`It answers [=url]. It hangs.\n\n${definitions}`).loose,
    ).toEqual([{ line: 1, sentence: 'It hangs.' }]);
  });

  test('in the rows of a table, not in its head', () => {
    expect(
      claims('| Answers |\n| --- |\n| It hangs |').loose.map(
        ({ sentence }) => sentence,
      ),
    ).toEqual(['It hangs']);
  });

  test('not what only names things', () => {
    expect(claims('Import it from h3.\n\n# It exits').loose).toEqual([]);
  });
});
