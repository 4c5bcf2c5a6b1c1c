import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { deadUrlProblems } from './dead-urls.ts';
import { openEvidence } from './store.ts';

const evidence = openEvidence(
  join(import.meta.dirname, 'fixtures/filled/examples'),
);
const problems = (text: string) => {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
  const tree: Root = parser.parse(text);
  return deadUrlProblems(tree, evidence);
};
const dead = '<Fact of="chat/routes#moved.url" />';

test('the URL at which no server answers is not put where the right one was', () => {
  expect(problems(`Text.\n\nThe handler answers at ${dead}.`)).toEqual([
    {
      line: 3,
      message:
        'no server answers at "/api/routes/ws/chat", which this sentence states as a fact. Write <Wrong of="chat/routes#moved.url" />, or bind words to what happens there with <Proven of="chat/routes#moved.…" is="…">.',
    },
  ]);
});

test('another paragraph does not say what happens there', () => {
  const proven =
    'It is <Proven of="chat/routes#moved.production.websocket" is="x">so</Proven>.';
  expect(problems(`At ${dead}.\n\n${proven}`)).toHaveLength(1);
});

describe('is right: ', () => {
  test.each([
    ['a URL that answers', 'At <Fact of="chat/routes#chat.url" />.'],
    ['a counter-example', 'Not <Wrong of="chat/routes#moved.url" />.'],
    [
      'words that say what happens there',
      `At ${dead} a socket <Proven of="chat/routes#moved.production.websocket" is="opens and stays silent">is mute</Proven>.`,
    ],
    [
      'the outcome in the same row',
      `| URL | outcome |\n| - | - |\n| ${dead} | <Fact of="chat/routes#moved.production.websocket" plain /> |`,
    ],
    ['a URL of another kind of record', '<Fact of="chat/chat#url" /> is it.'],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });
});
