import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parsePage } from '../../src/translation/processor.ts';
import { playgroundProblems } from './playground-problems.ts';

const examplesDir = join(import.meta.dirname, '../../examples');
const chat = 'websocket-chat/src/server/routes/api/ws/chat.ts';

async function problemsOf(source: string) {
  const file = 'docs/page.mdx';
  const tree = await parsePage(file, source, []);
  return playgroundProblems([{ file, tree, linesBefore: 4 }], examplesDir);
}

it('says nothing of a playground that can be built', async () => {
  expect(
    await problemsOf(`<Playground of="${chat}" send="websocket-chat/chat" />`),
  ).toEqual([]);
});

it.each([
  [
    'a handler that is not there',
    'of="websocket-chat/src/server/routes/api/ws/chats.ts"',
    'there is no handler "websocket-chat/src/server/routes/api/ws/chats.ts" in examples/',
  ],
  [
    'evidence that is not there',
    `of="${chat}" send="websocket-chat/chats"`,
    '"websocket-chat/chats"',
  ],
  [
    'a pattern without an address',
    'of="api-routes/src/server/routes/api/notes/[id].get.ts"',
    'answers at "/api/notes/:id", which is a pattern',
  ],
  [
    'an attribute that is not known',
    `of="${chat}" sends="websocket-chat/chat"`,
    '<Playground> has no attribute "sends"',
  ],
])('names the line of %s', async (_what, attributes, message) => {
  const page = `One.\n\n<Playground ${attributes} />\n\nTwo.\n`;
  expect(await problemsOf(page)).toEqual([
    {
      file: 'docs/page.mdx',
      line: 7,
      message: expect.stringContaining(message) as string,
    },
  ]);
});

it('names each of several', async () => {
  const wrong = '<Playground of="nowhere/src/server/routes/api/a.ts" />';
  const problems = await problemsOf(`${wrong}\n\n${wrong}\n`);
  expect(problems.map(({ line }) => line)).toEqual([5, 7]);
});
