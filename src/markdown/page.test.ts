import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { textAttributes } from '../core/page-index.ts';
import { absoluteLink, type SiteUrls } from './links.ts';
import { toPlainMarkdown } from './page.ts';
import { writePage } from './write.ts';

const site: SiteUrls = {
  origin: 'https://example.org',
  baseUrl: '/base/de/',
  permalinks: new Set(['/base/de/', '/base/de/sockets']),
};
const address = 'https://example.org/base/de/page';
const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkDirective);

function parse(mdx: string): Root {
  return parser.parse(mdx);
}

/** Returns the alternate of a page without its head, and the problems. */
function convert(page: string | Root): { text: string; problems: string[] } {
  const problems: string[] = [];
  const content = toPlainMarkdown(
    typeof page === 'string' ? parse(page) : page,
    {
      components: {
        Clock: (element, { headingUrl: here, absoluteUrl, children }) => [
          {
            type: 'paragraph',
            children: [
              {
                type: 'text',
                value: `${textAttributes(element).get('of') ?? '?'} `,
              },
              { type: 'inlineCode', value: here },
              { type: 'text', value: ' ' },
              { type: 'inlineCode', value: absoluteUrl('/sockets#a') },
            ],
          },
          ...children,
        ],
        Broken: () => {
          throw new Error('it is broken');
        },
      },
      url: address,
      site,
      onProblem: (line, message) => problems.push(`${line}: ${message}`),
    },
  );
  const head = { title: 'Page', description: 'What it says.', url: address };
  const text = writePage(head, content);
  const top = `# Page\n\n> What it says.\n\n<${address}>\n`;
  expect(text.startsWith(top)).toBe(true);
  return { text: text.slice(top.length).trim(), problems };
}

it.each([
  'Words, *stressed* and **strong**, `code`, and a\nbreak in the line.',
  '- one\n- two\n  - three',
  '1. one\n2. two',
  '| a | b |\n| - | - |\n| `x\\|y` | 2 |',
  '> quoted',
  '```ts title="src/a.ts" source="https://example.org/a#L1" {1-2}\nconst a = `\n```',
  '````md\n```\n````',
  'See [sockets](https://example.org) and [below](#below).',
  '## Heading',
])('keeps %j', (markdown) => {
  expect(convert(markdown)).toEqual({ text: markdown, problems: [] });
});

it.each([
  ['a fragment', '<>in **it**</>', 'in **it**'],
  ['an element that only groups', '<div>\n\nin it\n\n</div>', 'in it'],
  ['a keyboard key', 'Press <kbd>Esc</kbd>.', 'Press `Esc`.'],
  ['an import', 'import A from "./a.ts"\n\nText.', 'Text.'],
  ['a comment', 'One{/* no word */}.', 'One.'],
  ['a text in braces', "One{' '}two.", 'One two.'],
  [
    'details',
    '<details>\n<summary>More</summary>\n\nof it\n\n</details>',
    '**More**\n\nof it',
  ],
  [
    'a component',
    '## Times\n\n<Clock of="noon">\n\nHeld.\n\n</Clock>',
    `## Times\n\nnoon \`${address}\` \`https://example.org/base/de/sockets.md#a\`\n\nHeld.`,
  ],
  [
    'a fence without meta for the site',
    '```ts title="a.ts" page="/examples/a" showLineNumbers {1}\na\n```',
    '```ts title="a.ts" {1}\na\n```',
  ],
  ['text that resembles a directive', 'At 10:30 or so.', 'At 10:30 or so.'],
])('writes %s', (_name, page, markdown) => {
  expect(convert(page)).toEqual({ text: markdown, problems: [] });
});

it.each([
  ['/base/de/sockets#open', 'https://example.org/base/de/sockets.md#open'],
  ['/base/de/', 'https://example.org/base/de/index.md'],
  ['/base/de/app.zip', 'https://example.org/base/de/app.zip'],
  ['pathname:///base/de/app.zip', 'https://example.org/base/de/app.zip'],
  ['https://other.org/a', 'https://other.org/a'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['#here', '#here'],
])('resolves the link %s to %s', (url, target) => {
  expect(absoluteLink(url, site)).toBe(target);
});

it('writes the title once', () => {
  expect(convert('# Own title\n\nText.').text).toBe('Text.');
});

it('writes the id of a translated heading', () => {
  const tree = parse('## Öffnen\n\n<Clock />\n\n## Öffnen');
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading')
      node.data = { hProperties: { id: index === 0 ? 'open' : 'öffnen-1' } };
  }
  expect(convert(tree).text).toBe(
    `## Öffnen {#open}\n\n? \`${address}#open\` \`https://example.org/base/de/sockets.md#a\`\n\n## Öffnen`,
  );
});

it('writes emphasis next to Han characters without character references', () => {
  const text = (value: string) => ({ type: 'text' as const, value });
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [text('原因：')] },
          text('服务器'),
          { type: 'emphasis', children: [text('。')] },
          text('端'),
        ],
      },
    ],
  };
  expect(convert(tree).text).toBe('**原因：**服务器*。*端');
});

it('separates text from the blocks next to it', () => {
  const tree = parse('```\na\n```\n\nx\n\n- y');
  const figure = {
    type: 'paragraph' as const,
    children: [],
    data: {
      hName: 'figure',
      hChildren: [{ type: 'text' as const, value: 'as drawn' }],
    },
  };
  tree.children.splice(1, 0, figure);
  expect(convert(tree).text).toBe('```\na\n```\n\nas drawn\n\nx\n\n- y');
});

it('writes an admonition with its kind and title', () => {
  const tree = parse(':::danger[Never]\n\nDo **not**.\n\n:::');
  const [note] = tree.children;
  if (note?.type !== 'containerDirective') throw new Error('No note.');
  note.children.shift();
  note.data = {
    hName: 'admonition',
    hProperties: { type: 'danger', title: 'Never' },
  };
  expect(convert(tree).text).toBe(
    '> [!CAUTION]\n> **Never**\n>\n> Do **not**.',
  );
});

it('writes the accessible text of a drawing', () => {
  const part = (tagName: string, value: string) => ({
    type: 'element' as const,
    tagName,
    properties: {},
    children: [{ type: 'text' as const, value }],
  });
  const tree = parse('x');
  tree.children = [
    {
      type: 'paragraph',
      children: [],
      data: {
        hName: 'svg',
        hChildren: [
          part('title', 'Memory'),
          part('desc', 'It grows.'),
          part('text', '10'),
        ],
      },
    },
  ];
  expect(convert(tree).text).toBe('Memory\n\nIt grows.');
});

it('writes a list from a plugin', () => {
  const tree = parse('x');
  const element = (tagName: string, child: ElementContent) => ({
    type: 'element' as const,
    tagName,
    properties: {},
    children: [child],
  });
  tree.children = [
    {
      type: 'paragraph',
      children: [],
      data: {
        hName: 'ul',
        hChildren: [
          element('li', { type: 'text', value: 'one' }),
          element('li', element('code', { type: 'text', value: '/two' })),
        ],
      },
    },
  ];
  expect(convert(tree).text).toBe('- one\n- `/two`');
});

it('writes tables from plugins', () => {
  const tree = parse('x');
  const text = (value: string) => ({ type: 'text' as const, value });
  const cell = (tagName: string, ...children: string[]) => ({
    type: 'element' as const,
    tagName,
    properties: {},
    children: children.map((value) => ({
      type: 'element' as const,
      tagName: 'samp',
      properties: {},
      children: [text(value)],
    })),
  });
  const group = (tagName: string, rows: ReturnType<typeof cell>[][]) => ({
    type: 'element' as const,
    tagName,
    properties: {},
    children: rows.map((children) => ({
      type: 'element' as const,
      tagName: 'tr',
      properties: {},
      children,
    })),
  });
  tree.children = [
    {
      type: 'paragraph',
      children: [],
      data: {
        hName: 'table',
        hChildren: [
          {
            type: 'element',
            tagName: 'caption',
            properties: {},
            children: [text(''), cell('code', '/ws'), text(' frames')],
          },
          group('thead', [[cell('th', 'a'), cell('th', 'b')]]),
          group('tbody', [
            [cell('th', 'spanning')],
            [cell('td', '1', '2'), cell('td', 'x|y')],
          ]),
        ],
      },
    },
  ];
  expect(convert(tree).text).toBe(
    '`/ws` frames\n\n`spanning`\n\n| `a` | `b` |\n| - | - |\n| `1` `2` | `x\\|y` |',
  );
});

it.each([
  ['\n<Unknown />', /^2: <Unknown> has no Markdown form; .*Clock, Broken/],
  ['Text.\n\n<Broken />', /^3: it is broken$/],
  ['<video />', /^1: <video> has no Markdown form/],
  ['{props.a}', /^1: \{props\.a\} is computed in the browser/],
  ['[a](./b.mdx)', /^1: the link "\.\/b\.mdx" is relative/],
  [':::poem\n\nx\n\n:::', /^1: the directive "poem" has no Markdown form/],
])('refuses %j', (page, message) => {
  const { problems } = convert(page);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
});
