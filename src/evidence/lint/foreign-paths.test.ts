import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { foreignPathProblems, ownersOf } from './foreign-paths.ts';
import { storeOf } from '../record/store.ts';

const files = [
  'chat/src/server/routes/api/ws/chat.ts',
  'layouts/tests/layouts.test.ts',
];
const evidence = storeOf('examples', ['layouts/moved'], () => ({
  path: 'examples/layouts/evidence/moved.json',
  text: JSON.stringify({
    kind: 'layout',
    files: { websocket: 'src/server/api/routes/ws/chat.ts' },
  }),
}));
const owners = ownersOf(evidence, files);
const problems = (text: string) => {
  const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(text);
  return foreignPathProblems(tree, owners, files);
};
const snippet = '```ts file=chat/src/server/routes/api/ws/chat.ts\n```\n\n';

test('the folder of another layout is not that of this app', () => {
  expect(
    problems(`${snippet}Create \`src/server/api/routes/ws/chat.ts\`.`),
  ).toEqual([
    {
      line: 4,
      message:
        '`src/server/api/routes/ws/chat.ts` is of layouts, from which this page shows nothing; the nearest in chat are "src/server/routes/api/ws/chat.ts". Name one of these, or write ~~[=name]~~ for a counter-example.',
    },
  ]);
  expect(problems(`${snippet}It lies in \`src/server/api/\`.`)).toHaveLength(1);
});

test('files and folders of the app are its own', () => {
  expect(
    problems(
      `${snippet}\`src/server/routes/api/ws/chat.ts\` in \`src/server/routes/\``,
    ),
  ).toEqual([]);
});

test('a page that states a value of the other example may name its files', () => {
  const definition = '[=kind]: ../examples/layouts/evidence/moved.json#kind';
  expect(
    problems(
      `${snippet}[=kind] \`src/server/api/routes/ws/chat.ts\`\n\n${definition}`,
    ),
  ).toEqual([]);
});

test('a page without an example names what it likes, and what is nowhere is said elsewhere', () => {
  const definition = '[=version]: ../package-lock.json#@analogjs/platform';
  expect(
    problems(
      `[=version] \`src/server/api/routes/ws/chat.ts\`\n\n${definition}`,
    ),
  ).toEqual([]);
  expect(problems(`${snippet}\`src/nowhere.ts\``)).toEqual([]);
});
