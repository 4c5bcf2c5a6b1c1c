import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { checkEvidence } from './check.ts';
import { exampleFiles } from './repository.ts';
import { openEvidence } from '../record/store.ts';
import { readLockfile } from '../record/version.ts';
import { vocabularyOf } from './vocabulary.ts';

const root = join(import.meta.dirname, '../fixtures/filled');
const broken = join(import.meta.dirname, '../fixtures/broken-shape');

const vocabulary = vocabularyOf({
  texts: [
    {
      path: 'examples/chat/src/chat.ts',
      text: "const url = '/api/ws/chat'; peer.send('pong'); close(1008);",
    },
  ],
  paths: ['src/server/routes/api/ws/chat.ts', 'chat', 'examples/chat'],
  packages: ['h3'],
  scripts: ['start', 'example'],
});

function parse(text: string): Root {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkMdx)
    .parse(text);
}

function check(text: string, folder = root) {
  return checkEvidence([{ file: 'docs/page.mdx', tree: parse(text) }], {
    evidence: openEvidence(join(folder, 'examples')),
    lockfile: readLockfile(join(folder, 'package-lock.json')),
    vocabulary,
    files: exampleFiles(join(folder, 'examples')),
  });
}

const printed = (text: string) =>
  check(text).problems.map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );

describe('prose that is proven', () => {
  test.each([
    'In `src/server/routes/api/ws/chat.ts`, `peer.send()` sends `pong`.',
    'It answers at [=url], under `/api` and `/api/**`.\n\n[=url]: ../examples/chat/evidence/routes.json#chat.url',
    'It is of type `text/event-stream` and has `last-event-id`.',
    'Run `npm run example chat` after `npm install`.',
    'It takes 350 steps, or 351.',
    'It sends 200 events in 300 ms, and/or more, 24/7, at 10:404 and 2.404.',
    'See [the file](/api/ws/chat "/api/ws/chat").',
    'Nothing to prove in `{}` or `…`.',
    '```http output=chat/http#missing\n```',
    '---\ntitle: A page\nslug: /api\n---',
  ])('%s', (text) => {
    expect(printed(text)).toEqual([]);
  });
});

const wrong: [name: string, text: string, message: string][] = [
  [
    'a name that is nowhere',
    'Text.\n\nCall `peer.sent()`.',
    'docs/page.mdx:3: `peer.sent()` is in no example and in no evidence; the nearest are "peer.send", "server", "close". Name what there is, or say it in words.',
  ],
  [
    'a path of a file that is nowhere',
    '`src/routes/chat.ts`',
    'docs/page.mdx:1: `src/routes/chat.ts` is in no example and in no evidence; the nearest are "src/server/routes/api/ws/chat.ts". Name what there is, or say it in words.',
  ],
  [
    'a measured URL',
    '# At `/api/ws/chat`',
    'docs/page.mdx:1: `/api/ws/chat` was measured, so it is not written by hand. Write a reference, [=name], to chat/evidence/routes.json#chat.url or chat/evidence/chat.json#url.',
  ],
  [
    'a measured URL with its method',
    '`GET /api/notes/9`',
    'docs/page.mdx:1: `GET /api/notes/9` was measured, so it is not written by hand. Write a reference, [=name], to chat/evidence/http.json#exchanges.missing.request.url.',
  ],
  [
    'a measured URL with a host',
    '`ws://localhost:5173/api/ws/chat`',
    'docs/page.mdx:1: `ws://localhost:5173/api/ws/chat` was measured, so it is not written by hand. Write a reference, [=name], to chat/evidence/routes.json#chat.url or chat/evidence/chat.json#url.',
  ],
  [
    'a changed URL, although an example holds it',
    '`/api/ws/chats`',
    'docs/page.mdx:1: no run asked for `/api/ws/chats`; the nearest are "/api/ws/chat", "/api/notes", "/api/sse". Write a reference to a recorded one, [=name]; a counter-example is ~~[=name]~~.',
  ],
  [
    'a measured status',
    'It answers `404`.',
    'docs/page.mdx:1: `404` was measured, so it is not written by hand. Write a reference, [=name], to chat/evidence/http.json#exchanges.missing.response.status.',
  ],
  [
    'a close code that no run measured, although an example holds it',
    '`1008`',
    'docs/page.mdx:1: no run measured the code `1008`; there is "1000", "1001", "200", "201", "404", "426". Record it, or say it in words.',
  ],
  [
    'a measured status in words',
    'A first line\nand a 426 in the second.',
    'docs/page.mdx:2: `426` was measured, so it is not written by hand. Write a reference, [=name], to chat/evidence/routes.json#chat.development.get.status or chat/evidence/routes.json#chat.production.get.status.',
  ],
  [
    'a URL in words',
    'Open /api/ws/chat now.',
    'docs/page.mdx:1: "/api/ws/chat" stands in prose, where nothing proves it. Write a reference to its value, [=name], or put a name that is in an example between backquotes.',
  ],
  [
    'an address in words',
    'Open ws://localhost:5173/api now.',
    'docs/page.mdx:1: "ws://localhost:5173/api" stands in prose, where nothing proves it. Write a reference to its value, [=name], or put a name that is in an example between backquotes.',
  ],
  [
    'a file in words',
    'Open src/server/chat.ts now.',
    'docs/page.mdx:1: "src/server/chat.ts" stands in prose, where nothing proves it. Write a reference to its value, [=name], or put a name that is in an example between backquotes.',
  ],
  [
    'a URL in front matter',
    '---\ntitle: A page\ndescription: Open /api/sse now.\n---',
    'docs/page.mdx:3: "/api/sse" stands in prose, where nothing proves it. Front matter cannot hold a measured value: say it in words.',
  ],
  [
    'an unknown script',
    '`npm run exampel chat`',
    'docs/page.mdx:1: `npm run exampel chat` runs no script; the nearest are "example", "start". Name one of these.',
  ],
  [
    'an unknown example in a command',
    '`npm run example chess`',
    'docs/page.mdx:1: `npm run example chess` names "chess", which is in no example and no package. Name what there is.',
  ],
  [
    'a fact that there is not',
    'Text\nand [=none].\n\n[=none]: ../examples/chat/evidence/routes.json#none',
    'docs/page.mdx:2: no evidence "none" in chat/routes; the nearest are "kind", "moved.url", "chat.file", "chat.url", "chat.production.websocket". Name one of these.',
  ],
];

describe('prose that is not proven: ', () => {
  test.each(wrong)('%s', (_, text, message) => {
    expect(printed(text)).toEqual([message]);
  });
});

test('the pages are left as they are, and unused evidence is listed', () => {
  const text = readFileSync(join(root, 'page.mdx'), 'utf8').replaceAll(
    /(?<=^\[=.*\]: )/gm,
    '../',
  );
  const tree = parse(text);
  const { problems, unused } = checkEvidence(
    [{ file: 'docs/page.mdx', tree }],
    {
      evidence: openEvidence(join(root, 'examples')),
      lockfile: readLockfile(join(root, 'package-lock.json')),
      vocabulary,
      files: exampleFiles(join(root, 'examples')),
    },
  );
  expect(problems).toEqual([]);
  expect(unused).toEqual([]);
  expect(tree).toEqual(parse(text));
  expect(check('`h3`').unused).toEqual([
    'chat/chat',
    'chat/console',
    'chat/http',
    'chat/routes',
    'chat/stream',
  ]);
});

test('a broken evidence file is a problem of its own', () => {
  expect(check('`h3`', broken).problems).toEqual([
    {
      file: 'examples/chat/evidence/chat.json',
      line: 1,
      message:
        '"frames.0.from" is "peer", not one of "client", "server". Record it again with: npm run evidence',
    },
  ]);
});
