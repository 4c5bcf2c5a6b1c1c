import { expect, test } from 'vitest';
import { pageOf } from '../pages/testing/page-of.ts';
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
a fence without a source isn't listed
\`\`\`

It [ends][=exit] with [=code]. It answers in 3 s.

[=exit]: ../examples/chat/evidence/dev.json#exit "1"
[=code]: ../examples/chat/evidence/dev.json#exit
`;

test('lists the sources of a page, then what no page uses', async () => {
  const report = reportOf([await pageOf('docs/chat.mdx', page)], {
    evidence: ['chat/errors'],
    files: ['chat/README.md'],
  });
  expect(report).toEqual([
    '',
    'docs/chat.mdx',
    '  snippets (1)',
    '    docs/chat.mdx:3: chat/src/chat.ts#open',
    '  recorded tables and exchanges (1)',
    '    docs/chat.mdx:6: frames=chat/chat',
    '  commands (2)',
    '    docs/chat.mdx:9: npm install',
    '    docs/chat.mdx:9: npm start',
    '  illustrative (1)',
    '    docs/chat.mdx:14: no app may do it',
    '  values (1)',
    '    docs/chat.mdx:22: chat/dev#exit',
    '  bound sentences (1)',
    '    docs/chat.mdx:22: "ends" rests on chat/dev#exit = "1"',
    '  bound to nothing, and sounds measured (1)',
    '    docs/chat.mdx:22: It answers in 3 s.',
    '',
    'Evidence that no page shows (1)',
    '  chat/errors',
    '',
    'Files that no page shows (1)',
    '  chat/README.md',
  ]);
});
