import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { reportOf } from './report.ts';

const page = `Text.

\`\`\`ts file=chat/src/chat.ts#open
\`\`\`

\`\`\`text frames=chat/chat
\`\`\`

\`\`\`console
npm install
npm start
\`\`\`

\`\`\`ts illustrative="no app may do it"
crash();
\`\`\`

\`\`\`ts
what has no disposition is not listed
\`\`\`

It <Proven of="chat/dev#exit" is="1">ends</Proven> with <Fact of="chat/dev#exit" />. It answers in 3 s.
`;

test('a page is listed by what it rests on, then what no page uses', () => {
  const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(page);
  const report = reportOf([{ file: 'docs/chat.mdx', tree, linesBefore: 4 }], {
    evidence: ['chat/errors'],
    files: ['chat/README.md'],
  });
  expect(report).toEqual([
    '',
    'docs/chat.mdx',
    '  snippets (1)',
    '    docs/chat.mdx:7: chat/src/chat.ts#open',
    '  recorded tables and exchanges (1)',
    '    docs/chat.mdx:10: frames=chat/chat',
    '  commands (2)',
    '    docs/chat.mdx:13: npm install',
    '    docs/chat.mdx:13: npm start',
    '  illustrative (1)',
    '    docs/chat.mdx:18: no app may do it',
    '  values (1)',
    '    docs/chat.mdx:26: Fact chat/dev#exit',
    '  bound sentences (1)',
    '    docs/chat.mdx:26: "ends" rests on chat/dev#exit = "1"',
    '  bound to nothing, and sounds measured (1)',
    '    docs/chat.mdx:26: It answers in 3 s.',
    '',
    'Evidence that no page shows (1)',
    '  chat/errors',
    '',
    'Files that no page shows (1)',
    '  chat/README.md',
  ]);
});
