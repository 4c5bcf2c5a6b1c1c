import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createSlugger, DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import { evaluate } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import { createElement, type ReactElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';

import { type Catalogue, newCatalogue, newEntry } from './catalogue.ts';
import { translateFrontMatter } from './front-matter.ts';
import { setHeadingIds } from './heading-ids.ts';
import { pageMessages } from './page-messages.ts';
import { readPo } from './po-read.ts';
import { formatProblem, type Problem } from './problem.ts';
import { parsePage } from './processor.ts';
import { translateTree } from './translate-tree.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

interface Renderer {
  renderToStaticMarkup: (element: ReactElement) => string;
}

function isRenderer(value: unknown): value is Renderer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'renderToStaticMarkup' in value
  );
}

/** The package comes without types. */
function loadRenderer(): Renderer {
  const loaded: unknown = createRequire(import.meta.url)('react-dom/server');
  if (!isRenderer(loaded)) throw new Error('react-dom/server renders nothing');
  return loaded;
}

const renderer = loadRenderer();

/** Elements of the site, as plain HTML that shows what they were given. */
const components = Object.fromEntries(
  ['Tabs', 'TabItem', 'Tab', 'Fact', 'Term', 'Card'].map((name) => [
    name,
    ({ children, ...rest }: Record<string, unknown>) =>
      createElement('site-element', { name, ...rest }, children as never),
  ]),
);

interface Rendered {
  html: string;
  problems: Problem[];
}

async function render(
  source: string,
  catalogue: Catalogue | undefined,
): Promise<Rendered> {
  const problems = [...(catalogue?.problems ?? [])];
  const { default: Page } = await evaluate(source, {
    ...runtime,
    remarkPlugins: [
      () => (tree: Root, file: VFile) => {
        setHeadingIds(tree, createSlugger());
        if (catalogue !== undefined)
          problems.push(
            ...translateTree(tree, String(file), {
              catalogue,
              sourceLanguage: 'en',
            }),
          );
      },
      remarkFrontmatter,
      remarkDirective,
      remarkGfm,
    ],
  });
  const html = renderer.renderToStaticMarkup(
    createElement(Page, { components }),
  );
  return { html: `${html}\n`, problems };
}

async function load(name: string): Promise<{
  source: string;
  frontMatter: Record<string, unknown>;
}> {
  const filePath = join(fixtures, name, 'input.mdx');
  const { content, frontMatter } = await DEFAULT_PARSE_FRONT_MATTER({
    filePath,
    fileContent: readFileSync(filePath, 'utf8'),
  });
  return { source: content, frontMatter };
}

/** A soft line break is a space to a reader; in preformatted text it is not. */
function flat(html: string): string {
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) =>
      part.startsWith('<pre>') ? part : part.replace(/\s+/g, ' '),
    )
    .join('');
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  const catalogues = readdirSync(join(fixtures, name)).filter((file) =>
    file.endsWith('.po'),
  );

  test('has a catalogue', () => {
    expect(catalogues).not.toEqual([]);
  });

  test.each(catalogues)('%s', async (file) => {
    const { source, frontMatter } = await load(name);
    const catalogue = readPo(
      readFileSync(join(fixtures, name, file), 'utf8'),
      file,
    );
    const { html, problems } = await render(source, catalogue);
    const head = translateFrontMatter(frontMatter, catalogue);
    const lines = [...problems, ...head.problems].map(formatProblem);
    const base = join(fixtures, name, file.replace(/\.po$/, ''));
    await expect(
      `${JSON.stringify(head.frontMatter)}\n${html.replaceAll('><', '>\n<')}`,
    ).toMatchFileSnapshot(`${base}.html`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `${base}.problems.txt`,
    );
  });

  test('is the same page when every message says itself', async () => {
    const { source, frontMatter } = await load(name);
    const tree = await parsePage(`${name}.mdx`, source, []);
    const entries = pageMessages(tree, source, frontMatter).map(
      ({ id, context }) => ({ ...newEntry(id, context), text: id }),
    );
    expect(entries).not.toEqual([]);
    const identity = newCatalogue('identity.po', newEntry(''), entries);
    const english = await render(source, undefined);
    const { html, problems } = await render(source, identity);
    expect(problems).toEqual([]);
    expect(flat(html)).toBe(flat(english.html));
    expect(translateFrontMatter(frontMatter, identity).frontMatter).toEqual(
      frontMatter,
    );
  });

  test('has no words that no message says', async () => {
    const { source, frontMatter } = await load(name);
    const tree = await parsePage(`${name}.mdx`, source, []);
    const entries = pageMessages(tree, source, frontMatter).map(
      ({ id, context }) => ({
        ...newEntry(id, context),
        // Between these marks stands only what a catalogue said.
        text: context === 'code' ? id.replace(/^.*$/gm, '⟦$&⟧') : `⟦ ${id} ⟧`,
      }),
    );
    const marked = newCatalogue('marked.po', newEntry(''), entries);
    const { html, problems } = await render(source, marked);
    expect(problems).toEqual([]);
    const rest = html
      .replace(/<code[^>]*>[\s\S]*?<\/code>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/⟦[^⟧]*⟧/g, '');
    expect(rest.replace('Footnotes', '')).not.toMatch(/\p{L}/u);
  });
});
