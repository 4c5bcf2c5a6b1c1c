import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSmallSite, type SmallSite } from './testing/small-site.ts';

/** Each page refers to an input in a form that a regular expression would miss. */
const pages: Readonly<Record<string, string>> = {
  indented: '- Item\n\n  ```ts file=chat/src/indented.ts\n  ```\n',
  quoted: '> ```ts file="chat/src/quoted.ts"\n> ```\n',
  plain: '```file=chat/src/plain.ts\n```\n',
  tildes: '~~~ts file=chat/src/tildes.ts\n~~~\n',
  before:
    '```diff file=chat/src/after.ts before=chat/before/src/after.ts\n```\n',
  fact: 'It is [=value].\n\n[=value]: ../examples/chat/evidence/fact.json#value "as text"\n',
  recorded: '```http contains=a output=chat/recorded#value\n```\n',
};
const inputs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['src/indented', 'src/quoted', 'src/plain', 'src/tildes'].map((name) => [
      `examples/chat/${name}.ts`,
      'export const a = "aOLD";\n',
    ]),
  ),
  'examples/chat/src/after.ts': 'export const a = "after";\n',
  'examples/chat/before/src/after.ts': 'export const a = "aOLD";\n',
  'examples/chat/evidence/fact.json': '{ "kind": "facts", "value": "aOLD" }',
  'examples/chat/evidence/recorded.json':
    '{ "kind": "facts", "value": "aOLD" }',
};

const config = `import { watchDependencies, exampleDependencies } from '../../src/site/pages/page-dependencies.ts';
import { remarkEvidence } from '../../src/evidence/index.ts';
import { remarkSnippets } from '../../src/snippets/index.ts';

const examplesDir = __dirname + '/examples';
const dependencies = watchDependencies(__dirname + '/docs', exampleDependencies(examplesDir));

export default {
  title: 'Warm',
  url: 'https://example.org',
  baseUrl: '/',
  trailingSlash: false,
  onBrokenLinks: 'ignore',
  future: { v4: true },
  plugins: [dependencies.plugin],
  presets: [['classic', {
    docs: {
      routeBasePath: '/',
      beforeDefaultRemarkPlugins: [
        dependencies.remark,
        [remarkSnippets, { examplesDir, externalKeys: { output: ['contains'], frames: [] } }],
        [remarkEvidence, { examplesDir, lockfile: __dirname + '/package-lock.json', labels: {}, locale: 'en' }],
      ],
    },
    blog: false,
  }]],
};
`;

let site: SmallSite;

/** Builds the site, and returns the text of each page. */
async function built(): Promise<Record<string, string>> {
  await site.build();
  return Object.fromEntries(
    Object.keys(pages).map((name) => [
      name,
      load(site.built(`${name}.html`))('article').text(),
    ]),
  );
}

beforeAll(async () => {
  site = await createSmallSite('warm');
  await site.write({
    'package.json': '{ "private": true }\n',
    'package-lock.json': '{ "packages": {} }\n',
    'docusaurus.config.ts': config,
    ...Object.fromEntries(
      Object.entries(pages).map(([name, text]) => [
        `docs/${name}.mdx`,
        `# ${name}\n\n${text}`,
      ]),
    ),
    ...inputs,
  });
});
afterAll(() => site.remove());

it('rebuilds each page whose inputs changed, from a warm cache', async () => {
  const before = await built();
  expect(Object.keys(before)).toHaveLength(Object.keys(pages).length);
  for (const [page, text] of Object.entries(before)) {
    expect(text, page).toContain('aOLD');
  }
  // Without a cache, the next build would be cold.
  expect(existsSync(join(site.root, 'node_modules/.cache/rspack'))).toBe(true);

  await site.write(
    Object.fromEntries(
      Object.entries(inputs).map(([file, text]) => [
        file,
        text.replaceAll('aOLD', 'aNEW'),
      ]),
    ),
  );
  // Equal to the result of a cold build.
  const expected = Object.entries(before).map(([page, text]) => [
    page,
    text.replaceAll('aOLD', 'aNEW'),
  ]);
  expect(await built()).toEqual(Object.fromEntries(expected));
});
