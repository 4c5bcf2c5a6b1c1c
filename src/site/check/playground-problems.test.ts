import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageOf } from '../pages/testing/page-of.ts';
import { playgroundProblems } from './playground-problems.ts';

const examplesDir = join(import.meta.dirname, '../../../examples');
const chat = 'websocket-chat/src/server/routes/api/ws/chat.ts';

async function problemsOf(source: string) {
  const page = await pageOf('docs/page.mdx', source);
  return playgroundProblems(
    [page],
    examplesDir,
    '`sessions/a.ts` needs SQLite',
  );
}

it('accepts a playground that can be built', async () => {
  expect(
    await problemsOf(`<Playground of="${chat}" send="websocket-chat/chat" />`),
  ).toEqual([]);
});

it.each([
  [
    'an unknown handler',
    'of="websocket-chat/src/server/routes/api/ws/chats.ts"',
    'there is no handler "websocket-chat/src/server/routes/api/ws/chats.ts" in examples/',
  ],
  [
    'unknown evidence',
    `of="${chat}" send="websocket-chat/chats"`,
    '"websocket-chat/chats"',
  ],
  [
    'a pattern without a URL',
    'of="api-routes/src/server/routes/api/notes/[id].get.ts"',
    'answers at "/api/notes/:id", which is a pattern',
  ],
  [
    'an unknown attribute',
    `of="${chat}" sends="websocket-chat/chat"`,
    '<Playground> has no attribute "sends"',
  ],
])('reports the line of %s', async (_what, attributes, message) => {
  const page = `One.\n\n<Playground ${attributes} />\n\nTwo.\n`;
  expect(await problemsOf(page)).toEqual([
    {
      file: 'docs/page.mdx',
      line: 3,
      message: expect.stringContaining(message) as string,
    },
  ]);
});

it('reports several problems', async () => {
  const wrong = '<Playground of="nowhere/src/server/routes/api/a.ts" />';
  const problems = await problemsOf(`${wrong}\n\n${wrong}\n`);
  expect(problems.map(({ line }) => line)).toEqual([1, 3]);
});

it('reports a shown handler that can run in the page', async () => {
  const fence = `\`\`\`ts file=${chat}#open\n\`\`\`\n`;
  expect(await problemsOf(`${fence}\n<Playground of="${chat}" />`)).toEqual([]);
  expect(await problemsOf(fence)).toEqual([
    {
      file: 'docs/page.mdx',
      line: 1,
      message: `the handler "${chat}" can run in the page. Write <Playground of="${chat}" /> below it.`,
    },
  ]);
});
