import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unwrapMdxCodeBlocks } from '@docusaurus/utils';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Parser, unified } from 'unified';
import { VFile } from 'vfile';
import { afterEach, expect, test, vi } from 'vitest';

import {
  keepingParser,
  type ParsedPages,
  parserForAllLanguages,
  sparingParser,
} from './parsed-pages.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkFrontmatter)
  .use(remarkDirective)
  .use(remarkGfm)
  .freeze();

const site: Parser = (source) => processor.parse(source);

function never(): never {
  throw new Error('parsed');
}

function page(path: string): VFile {
  return new VFile({ path });
}

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

test.each(readdirSync(fixtures))(
  '%s is the same page in a language that does not parse it',
  (name) => {
    const path = join(fixtures, name, 'input.mdx');
    const source = unwrapMdxCodeBlocks(readFileSync(path, 'utf8'));
    const pages: ParsedPages = new Map();
    const first = keepingParser(site, pages)(source, page(path));
    expect(first).toEqual(site(source, page(path)));
    const second = sparingParser(never, pages)(source, page(path));
    expect(second).toEqual(first);
    // Plugins see properties in their order.
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  },
);

test('values of expressions that JSON does not know are kept', () => {
  const source = '{/a/u.test(name) && 1n}\n';
  const pages: ParsedPages = new Map();
  const first = keepingParser(site, pages)(source, page('a.mdx'));
  const second = sparingParser(never, pages)(source, page('a.mdx'));
  expect(second).toEqual(first);
  const values: unknown[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) values.push(value);
    else if (value instanceof RegExp) values.push(value);
    else Object.values(value).forEach(walk);
  };
  walk(second);
  expect(values).toEqual(expect.arrayContaining([/a/u, 1n]));
});

test('each language gets a tree of its own', () => {
  const pages: ParsedPages = new Map();
  keepingParser(site, pages)('# One', page('a.mdx'));
  const parse = sparingParser(never, pages);
  const changed = parse('# One', page('a.mdx')) as Root;
  changed.children.length = 0;
  expect(parse('# One', page('a.mdx'))).toEqual(site('# One', page('a.mdx')));
});

test('what a plugin of the first language changes in its tree, no other gets', () => {
  const pages: ParsedPages = new Map();
  const first = keepingParser(site, pages)('# One', page('a.mdx')) as Root;
  first.children.length = 0;
  expect(sparingParser(never, pages)('# One', page('a.mdx'))).toEqual(
    site('# One', page('a.mdx')),
  );
});

test('another text and another page are parsed', () => {
  const pages: ParsedPages = new Map();
  keepingParser(site, pages)('# One', page('a.mdx'));
  const parse = sparingParser(site, pages);
  for (const [source, path] of [
    ['# Two', 'a.mdx'],
    ['# Two', 'b.mdx'],
  ] as const)
    expect(parse(source, page(path))).toEqual(site(source, page(path)));
});

afterEach(() => vi.unstubAllEnvs());

test('a build parses each page for its first language', () => {
  vi.stubEnv('NODE_ENV', 'production');
  const first = vi.fn(site);
  const path = join(fixtures, 'built.mdx');
  parserForAllLanguages(first, true)('*One*', page(path));
  expect(first).toHaveBeenCalledOnce();
  // As if the module was loaded anew.
  const tree = parserForAllLanguages(never, false)('*One*', page(path));
  expect(tree).toEqual(site('*One*', page(path)));
});

test('a development server parses what it is given', () => {
  vi.stubEnv('NODE_ENV', 'development');
  for (const isFirst of [true, false])
    expect(parserForAllLanguages(site, isFirst)).toBe(site);
});
