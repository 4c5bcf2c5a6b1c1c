import { execFileSync } from 'node:child_process';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSmallSite, type SmallSite } from './testing/small-site.ts';

/** A site that shares only the packages with this one. */
const config = `import { changeFeed } from '../../src/change-feed/index.ts';
import { feedMessages } from '../../src/change-feed/messages.ts';
import { fillTemplate } from '../../src/core/text.ts';
import { examplesAsMarkdown } from '../../src/examples/as-markdown.ts';
import { exampleDownloads } from '../../src/examples/downloads.ts';
import { remarkExampleFiles } from '../../src/examples/file-tree.ts';
import { remarkExamples } from '../../src/examples/index.ts';
import { highlightCompact } from '../../src/highlighting/highlight.ts';
import { highlighting, rehypeHighlight } from '../../src/highlighting/index.ts';
import { markdownAlternates } from '../../src/markdown/index.ts';
import { remarkSnippets } from '../../src/snippets/index.ts';
import { wholeFile } from '../../src/snippets/snippet.ts';
import { structuredData } from '../../src/structured-data/index.ts';

const examplesDir = __dirname + '/samples';
const pages = (content) =>
  content['docusaurus-plugin-content-docs'].default.loadedVersions[0].docs.map(
    ({ source, permalink, title, description }) => ({
      source: source.replace('@site/', ''), permalink, title, description,
      section: 'Manual', categories: [],
    }),
  );
const markdown = markdownAlternates({
  root: __dirname,
  docsDir: 'manual',
  components: examplesAsMarkdown('Not shown.'),
  pages,
  head: { title: 'Shop', summary: 'All of it', allPages: 'Everything', siteUrl: 'https://shop.example/app/' },
});
const show = (path) => wholeFile(examplesDir, path);

export default {
  title: 'Shop',
  tagline: 'All of it',
  url: 'https://shop.example',
  baseUrl: '/app/',
  trailingSlash: false,
  future: { v4: true },
  staticDirectories: ['downloads'],
  themeConfig: { prism: { theme: { plain: {}, styles: [] } } },
  plugins: [
    highlighting,
    markdown.plugin,
    structuredData({ language: 'en', pages }),
    exampleDownloads({
      examplesDir,
      examples: [{ name: 'cart', description: 'A cart' }],
      folder: __dirname + '/downloads',
      messages: (example) => ({ language: 'en', title: example, button: 'Send', note: 'Sends files.' }),
    }),
    changeFeed({
      root: __dirname, docsDir: 'manual', examplesDir: 'samples', lockfile: 'package-lock.json', packages: {},
      language: 'en', pages, uses: async () => [],
      text: (id, values) => fillTemplate(feedMessages[id], values),
    }),
  ],
  presets: [['classic', {
    docs: {
      path: 'manual',
      routeBasePath: '/',
      beforeDefaultRemarkPlugins: [
        [remarkSnippets, { examplesDir, strict: false, filePage: (path) => '/' + path.split('/')[0] + '#' + path.split('/').slice(1).join('/') }],
        [remarkExampleFiles, { examplesDir, show }],
        [remarkExamples, {
          examplesDir, siteUrl: 'https://shop.example/app/', sizeOf: () => 1000, uses: async () => [],
          versions: () => [['flask', '3.0.0']], highlight: highlightCompact,
        }],
      ],
      remarkPlugins: [markdown.remark],
      rehypePlugins: [rehypeHighlight],
    },
    blog: false,
  }]],
};
`;

const files: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true }\n',
  'docusaurus.config.ts': config,
  'samples/cart/package.json': '{ "name": "cart" }\n',
  'samples/cart/main.py':
    'import shop\n\n# #region open\ndef cart():\n    return "<empty>"\n# #endregion open\n',
  'samples/cart/view.vue': '<template>\n  <p>Cart</p>\n</template>\n',
  'samples/cart/tests/test_main.py': 'assert True\n',
  'manual/index.mdx': `---
slug: /
description: How to start
---

# Start

\`\`\`python file=cart/main.py#open {1}
\`\`\`

\`\`\`file=cart/view.vue
\`\`\`

\`\`\`js title="own.js"
const own = 1;
\`\`\`

:::tip[Note]

See [the cart](./cart.mdx).

:::
`,
  'manual/cart.mdx': `---
description: A cart
---

# Cart

<ExampleRuns of="cart" />

<ExampleFiles of="cart" />

<ExampleUses of="cart" />

<ExampleVersions of="cart" />
`,
  // Shows the actions of the Markdown package above each page.
  'src/theme/DocItem/Content/index.js': `import React from 'react';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Content from '@theme-original/DocItem/Content';
import MarkdownActions from '@theme/MarkdownActions';

export default function WithActions(props) {
  return <><MarkdownActions permalink={useDoc().metadata.permalink} language="en" /><Content {...props} /></>;
}
`,
};

let site: SmallSite;

beforeAll(async () => {
  site = await createSmallSite('foreign');
  await site.write(files);
  // Downloads contain the files in git, and the feed uses the history.
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@shop.example'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    [...author, 'commit', '--quiet', '--message=Open the shop'],
  ]) {
    execFileSync('git', args, { cwd: site.root });
  }
  await site.build();
});
afterAll(() => site.remove());

it('shows highlighted snippets with links to the whole file', () => {
  const $ = load(site.built('index.html'));
  const blocks = $('.theme-code-block');
  expect(blocks).toHaveLength(3);
  const python = blocks.eq(0);
  expect(python.find('.token-line').first().text()).toBe('def cart():');
  expect(python.find('.token-line').text()).toBe(
    'def cart():    return "<empty>"',
  );
  expect(python.find('.token.keyword').first().text()).toBe('def');
  expect(python.find('.theme-code-block-highlighted-line').text()).toBe(
    'def cart():',
  );
  const title = python.find('a').first();
  expect([title.text(), title.attr('href')]).toEqual([
    'main.py',
    '/app/cart#main.py',
  ]);
  expect(blocks.eq(1).find('.token-line').text()).toBe(
    '<template>  <p>Cart</p></template>',
  );
  expect(blocks.eq(2).text()).toContain('own.js');
  expect(blocks.eq(2).find('.token.keyword').text()).toBe('const');
});

it('writes structured data, and links to the Markdown alternate and the feed', () => {
  const $ = load(site.built('cart.html'));
  expect(
    JSON.parse($('script[type="application/ld+json"]').last().text()),
  ).toMatchObject({
    '@graph': [
      { '@type': 'TechArticle', url: 'https://shop.example/app/cart' },
      { '@type': 'BreadcrumbList' },
    ],
  });
  expect($('link[type="text/markdown"]').attr('href')).toBe('/app/cart.md');
  expect($('link[type="application/atom+xml"]').attr('href')).toBe(
    '/app/feed.xml',
  );
  expect(site.built('feed.xml')).toContain('<title>New: Cart, Start</title>');
});

it('publishes each page as Markdown', () => {
  expect(site.built('index.md')).toBe(`# Start

> How to start

<https://shop.example/app/>

\`\`\`python title="main.py" {1}
def cart():
    return "<empty>"
\`\`\`

\`\`\`vue title="view.vue"
<template>
  <p>Cart</p>
</template>
\`\`\`

\`\`\`js title="own.js"
const own = 1;
\`\`\`

> [!TIP]
> **Note**
>
> See [the cart](https://shop.example/app/cart.md).
`);
  expect(site.built('llms.txt')).toBe(`# Shop

> All of it

- [Everything](https://shop.example/app/llms-full.txt)

## Manual

- [Cart](https://shop.example/app/cart.md): A cart
- [Start](https://shop.example/app/index.md): How to start
`);
});

it('shows an example with its files, downloads and commands', () => {
  const $ = load(site.built('cart.html'));
  const file = $('[id="main.py"]').closest('details');
  expect(file.find('summary').text()).toBe('main.py');
  expect(file.find('pre').text()).toContain(
    'def cart():\n    return "<empty>"',
  );
  expect(file.find('.keyword').first().text()).toBe('import');
  expect(
    $('a[download], a.button')
      .map((_, link) => $(link).attr('href'))
      .get(),
  ).toEqual(['/app/stackblitz/cart.html', '/app/downloads/cart.zip']);
  expect($('article').text()).toContain('flask 3.0.0');
  expect(site.built('downloads/cart.zip').slice(0, 2)).toBe('PK');
  expect(load(site.built('stackblitz/cart.html'))('form input')).toHaveLength(
    7,
  );
  const markdown = site.built('cart.md');
  expect(markdown).toContain(
    '[cart.zip](https://shop.example/app/downloads/cart.zip)',
  );
  expect(markdown).toContain('```py title="main.py"\nimport shop\n');
  expect(markdown).toContain('- `tests/test_main.py`');
});
