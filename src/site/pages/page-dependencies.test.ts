import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageDependencies } from '../../core/page-dependencies.ts';
import { indexPage } from '../../core/page-index.ts';
import { remarkEvidence } from '../../evidence/index.ts';
import { playgroundsIn, readPlayground } from '../../playground/build/read.ts';
import { remarkSnippets } from '../../snippets/index.ts';
import { parsePage } from '../../translation/page/read-page.ts';
import { exampleDependencies } from './page-dependencies.ts';

const layout =
  '{ "kind": "layout", "about": "1", "options": {}, "env": {}, "files": {}, "served": {} }';
const files: Readonly<Record<string, string>> = {
  'chat/src/a.ts': '// #region open\nexport const a = 1;\n// #endregion open\n',
  'chat/src/b.ts': 'export const b = 2;\n',
  'chat/before/src/a.ts': 'export const a = 0;\n',
  'chat/src/server/routes/api/talk.get.ts':
    "import { limit } from '../../limit';\nexport default () => limit;\n",
  'chat/src/server/limit.ts': 'export const limit = 1;\n',
  'chat/evidence/talk.json':
    '{ "kind": "websocket", "url": "/api/chat", "frames": [{ "client": "Ada", "from": "client", "opcode": "text", "payload": "1" }] }',
  'chat/evidence/notes.json':
    '{ "kind": "http", "exchanges": { "read": { "request": { "method": "GET", "url": "/1" }, "response": { "status": 200, "headers": {}, "body": "1" } } } }',
  'chat/evidence/values.json': '{ "kind": "facts", "count": 1, "other": 1 }',
  'chat/evidence/routes.json':
    '{ "kind": "routes", "gone": { "url": "/1", "development": { "websocket": "hangs" }, "production": { "websocket": "hangs" } } }',
  'chat/evidence/layout.json': layout,
  'notes/src/c.ts': 'export const c = 3;\n',
};

/** All kinds of references from a page to an example, each in several notations. */
const fence = (keys: string) =>
  fc
    .tuple(
      fc.constantFrom('```', '````', '~~~'),
      fc.constantFrom('ts ', ' ts  ', 'diff ', ''),
      fc.constantFrom('', '- ', '> ', '  '),
    )
    .map(([marks, lang, before]) => {
      const language = /frames|output/.test(keys)
        ? lang.trim() && 'text '
        : lang;
      const indent = before === '- ' ? '  ' : before;
      return `${before}${marks}${language}${keys}\n${indent}${marks}`;
    });
const element = (name: string, attributes: readonly string[], words = '') =>
  fc
    .tuple(
      fc.shuffledSubarray([...attributes], { minLength: attributes.length }),
      fc.constantFrom(' ', '\n  '),
      fc.boolean(),
    )
    .map(([shuffled, space, inline]) => {
      const written = [name, ...shuffled].join(space);
      const tag =
        words === '' ? `<${written} />` : `<${written}>${words}</${name}>`;
      return inline && name !== 'KnownBug' ? `It is ${tag} here.` : tag;
    });
const block = fc.oneof(
  fence('file=chat/src/a.ts'),
  fence('file=chat/src/a.ts#open'),
  fence('file="notes/src/c.ts" showLineNumbers'),
  fence('file=chat/src/a.ts before=chat/before/src/a.ts'),
  fence('before=chat/before/src/a.ts file=chat/src/a.ts'),
  fence('frames=chat/talk'),
  fence('output=chat/notes#read'),
  fence('contains=1 output="chat/values#count"'),
  fc.constantFrom('[=count]', '> It is [=code].', '## [=gone]', '[one][=one]'),
  element(
    'KnownBug',
    [
      ...['of="chat/values#count"', 'is="1"', 'package="h3"'],
      ...['upstream="https://host/a"', 'workaround="examples/chat/src/b.ts"'],
    ],
    '\n\nWords.\n\n',
  ),
  element('Layouts', ['of="chat"']),
  element('Playground', [
    'of="chat/src/server/routes/api/talk.get.ts"',
    'ask="chat/notes#read"',
  ]),
);
const definitions = `
[=count]: examples/chat/evidence/values.json#count
[=code]: examples/chat/evidence/values.json#count "as code"
[=gone]: examples/chat/evidence/routes.json#gone.url
[=one]: examples/chat/evidence/values.json#count "1"
`;
const page = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map((blocks) => `${blocks.join('\n\n')}\n${definitions}`);

let root: string;
let examplesDir: string;
let transforms: ((tree: Root, file: VFile) => void)[];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'page-dependencies-'));
  examplesDir = join(root, 'examples');
  for (const [path, text] of Object.entries(files)) write(path, text);
  writeFileSync(
    join(root, 'package-lock.json'),
    '{ "packages": { "node_modules/h3": { "version": "1.0.0" } } }',
  );
  transforms = [
    remarkSnippets({
      examplesDir,
      externalKeys: { frames: [], output: ['contains'] },
    }),
    remarkEvidence({
      examplesDir,
      lockfile: join(root, 'package-lock.json'),
      labels: {},
      locale: 'en',
    }),
  ];
});
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(examplesDir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Returns the compiled page, or its error. */
function made(source: string, parsed: Root): string {
  const tree = structuredClone(parsed);
  const playgrounds = playgroundsIn(tree).map(({ node }) =>
    outcome(() => {
      const { handler, ...rest } = readPlayground(node, examplesDir);
      return { ...rest, ...handler, members: [...handler.members] };
    }),
  );
  const file = new VFile({
    path: join(root, 'page.mdx'),
    value: source,
    cwd: root,
  });
  const filled = transforms.map((transform) =>
    outcome(() => transform(tree, file)),
  );
  return JSON.stringify([playgrounds, filled, tree]);
}

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

function dependenciesOf(tree: Root): string[] {
  const paths = exampleDependencies(examplesDir)(indexPage(tree));
  return paths.map((path) => path.slice(examplesDir.length + 1));
}

const covers = (dependencies: readonly string[], path: string) =>
  dependencies.some((one) =>
    one.endsWith('/') ? path.startsWith(one) : path === one,
  );

it('a page depends on every file whose change changes the page', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (source) => {
      const tree = await parsePage('page.mdx', source, []);
      const dependencies = dependenciesOf(tree);
      const before = made(source, tree);
      for (const [path, text] of Object.entries(files)) {
        write(path, text.replaceAll('1', '7').replaceAll('0', '8'));
        const after = made(source, tree);
        rmSync(join(examplesDir, path));
        const without = made(source, tree);
        write(path, text);
        if (after === before && without === before) continue;
        expect(covers(dependencies, path), `${path} in:\n${source}`).toBe(true);
      }
      // Also new files: evidence next to other evidence, and a route next to other routes.
      for (const path of [
        'chat/evidence/more.json',
        'chat/src/server/routes/api/more.get.ts',
      ]) {
        write(
          path,
          path.endsWith('.json') ? layout : 'export default () => 1;',
        );
        const after = made(source, tree);
        rmSync(join(examplesDir, path));
        if (after === before) continue;
        expect(covers(dependencies, path), `${path} in:\n${source}`).toBe(true);
      }
    }),
    { numRuns: 15, seed: 1 },
  );
});

it('both bundlers get the dependencies in either order, even of a page that fails', async () => {
  const tree: Root = await parsePage(
    'page.mdx',
    '```ts file=chat/src/a.ts\n```\n',
    [],
  );
  const { remark, load } = pageDependencies(() => ['/a', '/b/', '/a']);
  const got: Record<string, string[]> = { early: [], late: [], other: [] };
  const into = (name: string) => (path: string) => got[name]?.push(path);
  load('/page.mdx', into('early'));
  load('/other.mdx', into('other'));
  remark()(tree, new VFile({ path: '/page.mdx' }));
  load('/page.mdx', into('late'));
  expect(got).toEqual({ early: ['/a', '/b/'], late: ['/a', '/b/'], other: [] });
});
