import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { componentNames } from '../../examples/element.ts';
import { parsePage } from '../../translation/page/read-page.ts';
import { examplePageProblems } from './example-pages.ts';

const components = (example: string, without = '') =>
  componentNames
    .filter((name) => name !== without)
    .map((name) => `<${name} of="${example}" />\n`)
    .join('\n');

async function page(name: string, text: string) {
  const file = `docs/${name}.mdx`;
  const tree: Root = await parsePage(file, text, []);
  return { file, tree };
}

it('accepts a page for each example with all components', async () => {
  const pages = [
    await page('examples/chat', components('chat')),
    await page('introduction', 'Hello.'),
  ];
  expect(examplePageProblems(pages, ['chat'])).toEqual([]);
});

it('reports an example without a page', () => {
  expect(examplePageProblems([], ['chat'])).toEqual([
    {
      file: 'examples/chat/package.json',
      line: 1,
      message:
        'this example has no page; the others have one in docs/examples/. Write docs/examples/chat.mdx like them, add it to sidebars.ts, and run: npm run i18n update',
    },
  ]);
});

it('reports missing components', async () => {
  const pages = [
    await page('examples/chat', components('chat', 'ExampleRuns')),
  ];
  expect(examplePageProblems(pages, ['chat'])).toEqual([
    {
      file: 'docs/examples/chat.mdx',
      line: 1,
      message:
        'the page of an example has all components, and this one lacks <ExampleRuns of="chat" />. Add it.',
    },
  ]);
});

it('reports an unknown example, and a component without one', async () => {
  const text = 'Hello.\n\n<ExampleRuns of="caht" />\n\n<ExampleFiles />';
  const pages = [
    await page('guide', text),
    await page('examples/chat', components('chat')),
  ];
  expect(examplePageProblems(pages, ['chat', 'notes'])).toContainEqual({
    file: 'docs/guide.mdx',
    line: 3,
    message:
      'no example "caht"; the nearest is "chat". Name a folder in examples/.',
  });
  expect(examplePageProblems(pages, ['chat', 'notes'])).toContainEqual({
    file: 'docs/guide.mdx',
    line: 5,
    message:
      '<ExampleFiles> takes the name of an example and nothing else. Write <ExampleFiles of="chat" />.',
  });
});

it('reports a page of an unknown example', async () => {
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
