import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { deadUrlProblems } from './dead-urls.ts';
import { openEvidence } from '../record/store.ts';

const evidence = openEvidence(
  join(import.meta.dirname, '../fixtures/filled/examples'),
);
const problems = (text: string) => {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
  const tree: Root = parser.parse(`${text}\n\n${definitions}`);
  return deadUrlProblems(tree, evidence);
};
const definitions = `
[=url]: ../examples/chat/evidence/routes.json#chat.url
[=dead]: ../examples/chat/evidence/routes.json#moved.url
[=frames]: ../examples/chat/evidence/chat.json#url
[=silent]: ../examples/chat/evidence/routes.json#moved.production.websocket "opens and stays silent"
[=outcome]: ../examples/chat/evidence/routes.json#moved.production.websocket "as text"
`;

test('the URL at which no server answers is not put where the right one was', () => {
  expect(problems('Text.\n\nThe handler answers at [=dead].')).toEqual([
    {
      line: 3,
      message:
        'no server answers at "/api/routes/ws/chat", which this sentence states as a fact. Strike it through, ~~[=name]~~, or bind words to what happens there: [words][=name] with a value under chat/routes#moved.',
    },
  ]);
});

test('another paragraph does not say what happens there', () => {
  expect(problems('At [=dead].\n\nIt is [so][=silent].')).toHaveLength(1);
});

describe('is right: ', () => {
  test.each([
    ['a URL that answers', 'At [=url].'],
    ['a counter-example', 'Not ~~[=dead]~~.'],
    [
      'words that say what happens there',
      'At [=dead] a socket [is mute][=silent].',
    ],
    [
      'the outcome in the same row',
      '| URL | outcome |\n| - | - |\n| [=dead] | [=outcome] |',
    ],
    ['a URL of another kind of record', '[=frames] is it.'],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });
});
