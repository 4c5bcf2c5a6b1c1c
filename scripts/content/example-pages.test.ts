import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { componentNames } from '../../src/examples/element.ts';
import { parsePage } from '../../src/translation/processor.ts';
import { examplePageProblems } from './example-pages.ts';

const parts = (example: string, without = '') =>
  componentNames
    .filter((name) => name !== without)
    .map((name) => `<${name} of="${example}" />\n`)
    .join('\n');

async function page(name: string, text: string) {
  const file = `docs/${name}.mdx`;
  const tree: Root = await parsePage(file, text, []);
  return { file, tree, linesBefore: 4 };
}

it('accepts a page for each example, with all its parts', async () => {
  const pages = [
    await page('examples/chat', parts('chat')),
    await page('introduction', 'Hello.'),
  ];
  expect(examplePageProblems(pages, ['chat'])).toEqual([]);
});

it('names an example without a page, and says what to do', () => {
  expect(examplePageProblems([], ['chat'])).toEqual([
    {
      file: 'examples/chat/package.json',
      line: 1,
      message:
        'this example has no page; the others have one each in docs/examples/. Write docs/examples/chat.mdx as they are written, name it in sidebars.ts, and run: npm run i18n update',
    },
  ]);
});

it('names what a page lacks', async () => {
  const pages = [await page('examples/chat', parts('chat', 'ExampleRuns'))];
  expect(examplePageProblems(pages, ['chat'])).toEqual([
    {
      file: 'docs/examples/chat.mdx',
      line: 1,
      message:
        'the page of an example has all its parts, and this one lacks <ExampleRuns of="chat" />. Write it.',
    },
  ]);
});

it('names the nearest example, and a part that says none', async () => {
  const text = 'Hello.\n\n<ExampleRuns of="caht" />\n\n<ExampleFiles />';
  const pages = [
    await page('guide', text),
    await page('examples/chat', parts('chat')),
  ];
  expect(examplePageProblems(pages, ['chat', 'notes'])).toContainEqual({
    file: 'docs/guide.mdx',
    line: 7,
    message:
      'no example "caht"; the nearest is "chat". Name an example of examples/.',
  });
  expect(examplePageProblems(pages, ['chat', 'notes'])).toContainEqual({
    file: 'docs/guide.mdx',
    line: 9,
    message:
      '<ExampleFiles> takes the name of an example and nothing else. Write <ExampleFiles of="chat" />.',
  });
});

it('names a page of an example that is gone', async () => {
  const pages = [await page('examples/gone', 'Hello.')];
  expect(examplePageProblems(pages, [])).toEqual([
    {
      file: 'docs/examples/gone.mdx',
      line: 1,
      message:
        'a page in docs/examples/ has the name of an example, and there is no example "gone". Rename or delete it.',
    },
  ]);
});
