import { expect, test } from 'vitest';
import { siteConfig } from '../../../site.config.ts';
import { pageOf } from '../pages/testing/page-of.ts';
import { firstSnippetProblems } from './first-snippets.ts';

const fence = (path: string) => `\`\`\`ts file=${path}\n\`\`\`\n`;
const short = fence('api-routes/src/server/routes/api/health.get.ts');
const long = fence('websocket-chat/src/server/routes/api/ws/chat.ts');
const start = '\n<ExampleStart of="api-routes" />\n';
const heading = '\n## More\n\n';

async function problemsOf(source: string, file = 'docs/guide/page.mdx') {
  const page = await pageOf(file, source);
  return firstSnippetProblems([page], siteConfig).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

test('accepts a page that opens with short snippets and the ways to run them', async () => {
  expect(await problemsOf(short + start + heading + long)).toEqual([]);
});

test('reports a long snippet above the first heading', async () => {
  expect(await problemsOf(`${short}\n${long}${start}`)).toEqual([
    expect.stringMatching(
      /^4: this snippet is above the first heading and has \d\d lines, more than 12\./,
    ),
  ]);
});

test('reports a page that opens with neither', async () => {
  expect(await problemsOf(`Text.\n${heading}${short}${start}`)).toEqual([
    '1: the page opens without a snippet of at most 12 lines and <ExampleStart of="…" />. Add this above the first heading.',
  ]);
});

test('accepts any page of another folder', async () => {
  expect(await problemsOf('Text.\n', 'docs/production/page.mdx')).toEqual([]);
});
