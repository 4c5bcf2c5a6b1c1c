import { expect, test } from 'vitest';

import { pageMessages } from './page-messages.ts';
import { parsePage } from './processor.ts';

test('the comment of a message names the section that it stands in', async () => {
  const source = [
    'Lead.',
    '## First',
    'One.',
    '### Inner',
    'Two.',
    '### Next',
    '## Second',
    'Three.',
  ].join('\n\n');
  const tree = await parsePage('page.mdx', source, []);
  expect(
    pageMessages(tree, source, {}).map(({ id, comment }) => [id, comment]),
  ).toEqual([
    ['Lead.', 'paragraph'],
    ['First', 'heading 2'],
    ['One.', 'paragraph, in "First"'],
    ['Inner', 'heading 3, in "First"'],
    ['Two.', 'paragraph, in "Inner"'],
    // Not "Inner": that one ends where this one begins.
    ['Next', 'heading 3, in "First"'],
    ['Second', 'heading 2'],
    ['Three.', 'paragraph, in "Second"'],
  ]);
});
