import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { remarkSnippets, type SnippetsOptions } from './index.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

function codeOf(name: string, options: Partial<SnippetsOptions> = {}): Code[] {
  const cwd = join(fixtures, name);
  const path = join(cwd, 'page.mdx');
  const vfile = new VFile({
    cwd,
    path,
    value: readFileSync(path, 'utf8'),
  });
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMdx)
    .use(remarkSnippets, {
      examplesDir: join(cwd, 'examples'),
      externalKeys: { frames: [], output: ['contains'] },
      ...options,
      sourceUrl: (file, from, to) =>
        file.endsWith('.html')
          ? undefined
          : `https://host/${file}#L${from}-L${to}`,
      filePage: (path) =>
        path.endsWith('.yml') ? undefined : `/examples/${path}`,
    });
  const tree: Root = processor.parse(vfile);
  processor.runSync(tree, vfile);
  const code: Code[] = [];
  visit(tree, 'code', (node) => {
    code.push(node);
  });
  return code;
}

function errorOf(name: string): string {
  try {
    codeOf(name);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error(`${name} did not fail`);
}

describe('valid fences', () => {
  const shown = codeOf('filled').map(({ lang, meta, value }) => ({
    lang,
    meta,
    value,
  }));

  test('show a region dedented, without markers, with the lines of the file', () => {
    expect(shown[0]).toEqual({
      lang: 'ts',
      meta: 'title="src/routes/chat.ts" source="https://host/examples/chat/src/routes/chat.ts#L15-L20" page="/examples/chat/src/routes/chat.ts" excerpt {2,4-5}',
      value: [
        "const greeting = readFileSync(join(root, 'greeting.txt'), 'utf8');",
        '',
        'if (greeting) {',
        "  return greeting.split('\\n');",
        '}',
      ].join('\n'),
    });
  });

  test('show a whole file without markers', () => {
    const [, whole] = shown;
    expect(whole?.meta).toBe(
      'title="src/routes/chat.ts" source="https://host/examples/chat/src/routes/chat.ts#L1-L24" page="/examples/chat/src/routes/chat.ts" showLineNumbers',
    );
    expect(whole?.value).not.toMatch(/region/);
    expect(whole?.value).toContain(
      "const root = resolve('.');\n\n/** Says hello. */",
    );
  });

  test.each([
    [
      2,
      'html',
      'title="src/app.html" page="/examples/chat/src/app.html" excerpt',
      '<ul>\n  <li>Ada</li>\n</ul>',
    ],
    [
      3,
      'yaml',
      'title="deploy.yml" source="https://host/examples/chat/deploy.yml#L4-L5" excerpt',
      'build:\n  runs-on: ubuntu-latest',
    ],
    [4, 'text', 'frames=chat/chat', ''],
    [5, 'console', null, 'npm install\nnpm start'],
    [6, 'ts', 'illustrative="what a reader may have"', 'const old = true;'],
  ])('fence %i is %s', (index, lang, meta, value) => {
    expect(shown[index]).toEqual({ lang, meta, value });
  });
});

test('with strict: false, fences without a source stay as they are', () => {
  const [code] = codeOf('no-source', { strict: false });
  expect(code).toMatchObject({ lang: 'ts', value: 'const own = 1;' });
  expect(codeOf('lenient', { strict: false })).toMatchObject([
    { lang: 'vue', meta: 'title="src/app.vue" {1}' },
    { lang: 'console', meta: null, value: '$ npm start' },
    { lang: 'py', value: 'print("hello")' },
  ]);
});

test('a fence with before= shows the changes as a patch', () => {
  const [code] = codeOf('diff');
  expect(code?.lang).toBe('diff');
  expect(code?.meta).toBe(
    'title="src/routes/chat.ts" source="https://host/examples/chat/src/routes/chat.ts#L1-L14" page="/examples/chat/src/routes/chat.ts"',
  );
  expect(code?.value).toBe(
    [
      '--- a/src/chat.ts',
      '+++ b/src/routes/chat.ts',
      '@@ -1,4 +1,4 @@',
      "-import { greet } from '../greet';",
      "+import { greet } from '../../greet';",
      ' ',
      " export const first = greet('Ada');",
      ' export const a = 1;',
      '@@ -8,4 +8,5 @@',
      ' export const e = 5;',
      ' export const f = 6;',
      ' export const g = 7;',
      "-export const url = '/chat';",
      "+export const url = '/api/chat';",
      '+export const added = true;',
    ].join('\n'),
  );
});

const errors: Record<string, string> = {
  'missing-file':
    'page.mdx:7: no file "chat/src/routes/chap.ts" in examples/; the nearest are "chat/src/routes/chat.ts". Name one of these.',
  'missing-region':
    'page.mdx:7: no region "handle" in examples/chat/src/routes/chat.ts; this file has "handler", "client". Name one of these.',
  'out-of-examples':
    'page.mdx:7: "chat/../../secret.ts" leads out of examples/; a snippet comes from an example. Write a path such as chat/src/main.ts.',
  'link-out':
    'page.mdx:7: "chat/src/routes/outside.ts" is a link that leads out of examples/. Put the file itself into the example.',
  generated:
    'page.mdx:7: "chat/dist/index.js" is in dist/, which is generated. Show a source file.',
  'duplicate-region':
    'examples/chat/src/routes/chat.ts:5: region "handler" is opened again; it was opened in line 1. Rename one of the two. (Shown by page.mdx:7.)',
  'unclosed-region':
    'examples/chat/src/routes/chat.ts:1: region "handler" is never closed; the file has #endregion for "client". Write "#endregion handler" where it ends. (Shown by page.mdx:7.)',
  'stray-endregion':
    'examples/chat/src/routes/chat.ts:2: #endregion "handler", but no region is open here. Write "#region handler" above, or delete this line. (Shown by page.mdx:7.)',
  'not-empty':
    'page.mdx:7: a fence with file= is filled automatically, but this fence contains text. Delete the text.',
  'no-source': `page.mdx:7: this fence doesn't name the source of its text; use one of file=…, frames=…, output=…, console, illustrative="why". Show a file or a region of an example.`,
  'two-sources':
    'page.mdx:7: a fence has one source, but this fence names "file", "frames". Keep one of them.',
  'unknown-key': `page.mdx:7: "title" isn't allowed next to "file"; allowed are "file", "{}", "showLineNumbers", "before". Did you mean "file"?`,
  'wrong-language':
    'page.mdx:7: the fence names the language "html", but chat/src/routes/chat.ts is "ts", "typescript". Write ts, or no language.',
  'highlight-outside':
    'page.mdx:7: {1-2} highlights 1-2, but the shown text has 1 line. Lines count from 1, in the shown text.',
  'diff-missing-before':
    'page.mdx:7: no file "chat/before/src/routes/chap.ts" in examples/; the nearest are "chat/before/src/routes/chat.ts", "chat/src/routes/chat.ts". Name one of these.',
  'diff-equal':
    'page.mdx:7: "chat/before/src/routes/chat.ts" and "chat/src/routes/chat.ts" are equal. Show the file alone, without before=, or name an earlier version.',
  'diff-region':
    'page.mdx:7: a diff compares two whole files, but this fence names the region "a". Delete the # and what follows.',
  'diff-highlight': `page.mdx:7: "{}" isn't allowed next to "before"; the lines of a diff belong to two files. Delete it.`,
  prompt:
    'page.mdx:7: "$ npm start" starts with a prompt, which readers would copy. Write only the command.',
  'no-reason':
    'page.mdx:7: an illustrative fence needs the reason why no example can show its text. Write illustrative="…" with the reason.',
  'code-element': ['code', 'pre', 'CodeBlock']
    .map(
      (name, index) =>
        `page.mdx:${[5, 7, 11][index]}: no test compares the code in <${name}>. Write a fence or a code span.`,
    )
    .join('\n'),
  'two-problems':
    'page.mdx:7: no region "none" in examples/chat/src/routes/chat.ts; this file has "client", "handler". Name one of these.\n' +
    `page.mdx:10: this fence doesn't name the source of its text; use one of file=…, frames=…, output=…, console, illustrative="why". Show a file or a region of an example.`,
};

describe('an invalid fence fails with its place and what to do', () => {
  test.each(Object.entries(errors))('%s', (name, message) => {
    expect(errorOf(name)).toBe(message);
  });

  test('every fixture is used', () => {
    expect(readdirSync(fixtures).sort()).toEqual(
      ['diff', 'filled', 'lenient', ...Object.keys(errors)].sort(),
    );
  });
});
