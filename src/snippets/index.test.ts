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
import { remarkSnippets } from './index.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

function codeOf(name: string, prepare = (text: string) => text): Code[] {
  const cwd = join(fixtures, name);
  const path = join(cwd, 'page.mdx');
  const vfile = new VFile({
    cwd,
    path,
    value: prepare(readFileSync(path, 'utf8')),
  });
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMdx)
    .use(remarkSnippets, {
      examplesDir: join(cwd, 'examples'),
      elsewhere: ['frames', 'output'],
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

function errorOf(name: string, prepare?: (text: string) => string): string {
  try {
    codeOf(name, prepare);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error(`${name} did not fail`);
}

describe('a page whose fences are right', () => {
  const shown = codeOf('filled').map(({ lang, meta, value }) => ({
    lang,
    meta,
    value,
  }));

  test('shows a region dedented, without markers, with its own and its file’s lines', () => {
    expect(shown[0]).toEqual({
      lang: 'ts',
      meta: 'title="src/routes/chat.ts" source="https://host/examples/chat/src/routes/chat.ts#L15-L20" page="/examples/chat/src/routes/chat.ts" {2,4-5}',
      value: [
        "const greeting = readFileSync(join(root, 'greeting.txt'), 'utf8');",
        '',
        'if (greeting) {',
        "  return greeting.split('\\n');",
        '}',
      ].join('\n'),
    });
  });

  test('shows a whole file without markers', () => {
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
      'title="src/app.html" page="/examples/chat/src/app.html"',
      '<ul>\n  <li>Ada</li>\n</ul>',
    ],
    [
      3,
      'yaml',
      'title="deploy.yml" source="https://host/examples/chat/deploy.yml#L4-L5"',
      'build:\n  runs-on: ubuntu-latest',
    ],
    [4, 'text', 'frames=chat/chat', ''],
    [5, 'console', null, 'npm install\nnpm start'],
    [6, 'ts', 'illustrative="what a reader may have"', 'const old = true;'],
  ])('fence %i is %s', (index, lang, meta, value) => {
    expect(shown[index]).toEqual({ lang, meta, value });
  });
});

test('a fence with before= shows what has changed, as a patch', () => {
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
    'page.mdx:7: "chat/dist/index.js" lies in dist/, which nobody wrote by hand. Show a source file.',
  'duplicate-region':
    'examples/chat/src/routes/chat.ts:5: region "handler" is opened a second time; it opens first in line 1. Give one of the two another name. (Shown by page.mdx:7.)',
  'unclosed-region':
    'examples/chat/src/routes/chat.ts:1: region "handler" is never closed; the file has #endregion for "client". Write "#endregion handler" where it ends. (Shown by page.mdx:7.)',
  'stray-endregion':
    'examples/chat/src/routes/chat.ts:2: #endregion "handler", but no region is open here. Write "#region handler" above, or delete this line. (Shown by page.mdx:7.)',
  'not-empty':
    'page.mdx:7: a fence with file= is filled from there, but this one has a text of its own. Delete its text.',
  'no-disposition':
    'page.mdx:7: nothing says where the text of this fence comes from; a fence is one of file=…, frames=…, output=…, console, illustrative="why". Show a file or a region of an example.',
  'two-dispositions':
    'page.mdx:7: a fence takes its text from one place, and this one names "file", "frames". Keep one of them.',
  'unknown-key':
    'page.mdx:7: "title" is not known beside "file"; there is "file", "{}", "showLineNumbers", "before". Did you mean "file"?',
  'wrong-language':
    'page.mdx:7: this fence says "html", but chat/src/routes/chat.ts is "ts", "typescript". Write ts, or nothing.',
  'highlight-outside':
    'page.mdx:7: {1-2} highlights 1-2, but the shown text has 1 line. Lines count from 1, in the shown text.',
  'diff-missing-before':
    'page.mdx:7: no file "chat/before/src/routes/chap.ts" in examples/; the nearest are "chat/before/src/routes/chat.ts", "chat/src/routes/chat.ts". Name one of these.',
  'diff-equal':
    'page.mdx:7: nothing differs between "chat/before/src/routes/chat.ts" and "chat/src/routes/chat.ts". Show the file alone, without before=, or name the file as it was.',
  'diff-region':
    'page.mdx:7: a diff compares two whole files, but this fence names the region "a". Delete what follows the #.',
  'diff-highlight':
    'page.mdx:7: "{}" is not known beside "before"; the lines of a diff are those of two files. Delete it.',
  prompt:
    'page.mdx:7: "$ npm start" begins with a prompt, which readers would copy. Write the command alone.',
  'no-reason':
    'page.mdx:7: an illustrative fence has to say why no example can show its text. Write illustrative="…" with the reason.',
  'two-problems':
    'page.mdx:7: no region "none" in examples/chat/src/routes/chat.ts; this file has "client", "handler". Name one of these.\n' +
    'page.mdx:10: nothing says where the text of this fence comes from; a fence is one of file=…, frames=…, output=…, console, illustrative="why". Show a file or a region of an example.',
};

describe('a page whose fence is wrong says where, what and what to do', () => {
  test.each(Object.entries(errors))('%s', (name, message) => {
    expect(errorOf(name)).toBe(message);
  });

  test('every fixture is asked', () => {
    expect(readdirSync(fixtures).sort()).toEqual(
      ['diff', 'filled', ...Object.keys(errors)].sort(),
    );
  });

  test('lines are those of the file when the front matter was taken off', () => {
    const name = 'missing-region';
    const withoutFrontMatter = (text: string) =>
      text.replace(/^---[^]*?---/, '').trim();
    expect(errorOf(name, withoutFrontMatter)).toBe(errors[name]);
  });
});
