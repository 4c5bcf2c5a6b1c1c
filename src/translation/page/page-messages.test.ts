import { expect, test } from 'vitest';

import { pageMessages, parsePage } from './read-page.ts';

test("a message's comment contains its section", async () => {
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
    // Not "Inner", which ends at this heading.
    ['Next', 'heading 3, in "First"'],
    ['Second', 'heading 2'],
    ['Three.', 'paragraph, in "Second"'],
  ]);
});
