import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProcessor } from '@mdx-js/mdx';
import type { Nodes, Root } from 'hast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { remarkEvidence } from './index.ts';
import type { Labels } from './bind/labels.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

/** The HTML of a page as the site's own kind of processor makes it, one element a line. */
async function htmlOf(name: string, labels: Labels = {}): Promise<string[]> {
  const cwd = join(fixtures, name);
  const path = join(cwd, 'page.mdx');
  const value = readFileSync(path, 'utf8');
  let html: string[] = [];
  const processor = createProcessor({
    remarkPlugins: [
      remarkFrontmatter,
      remarkGfm,
      [
        remarkEvidence,
        {
          examplesDir: join(cwd, 'examples'),
          lockfile: join(cwd, 'package-lock.json'),
          labels,
        },
      ],
    ],
    rehypePlugins: [
      () => (tree: Root) => {
        html = tree.children
          .map((child) => markup(child))
          .filter((line) => line.trim() !== '');
      },
    ],
  });
  await processor.process(new VFile({ cwd, path, value }));
  return html;
}

function markup(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // A fragment is its children.
  if ('name' in node && node.name === null && 'children' in node)
    return node.children
      .map((child) => markup(child))
      .join('')
      .trim();
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.properties)
    .map(([key, value]) => ` ${key}="${[value].flat().join(' ')}"`)
    .join('');
  const children = node.children.map((child) => markup(child)).join('');
  return `<${node.tagName}${attributes}>${children}</${node.tagName}>`;
}

async function errorOf(name: string): Promise<string> {
  try {
    await htmlOf(name);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error(`${name} did not fail`);
}

const plain = (html: string) =>
  html.replaceAll(/ (?:role|scope|colSpan|dataLabel|ariaHidden)="[^"]*"/g, '');

describe('a page whose values were measured', async () => {
  const [
    heading,
    prose,
    block,
    frames = '',
    events = '',
    missing,
    created,
    line,
  ] = await htmlOf('filled');

  test('states them as code, as text, and as a counter-example', () => {
    expect(heading).toBe('<h1>Answers <code>426</code></h1>');
    expect(prose).toBe(
      '<p>At <code>/api/ws/chat</code> with 2.7.5 on >=20.19 and 404, not <del><code>/api/routes/ws/chat</code></del>.</p>',
    );
    expect(block).toBe('<p><code>src/server/routes/api/ws/chat.ts</code></p>');
  });

  test('draws frames as a table', () => {
    expect(plain(frames).split('<tr')).toEqual(
      plain(
        [
          '<table className="frames frames--websocket"><caption className="frames__caption">Frames on <code>/api/ws/chat</code>, as recorded</caption><thead className="frames__head">',
          '><th>Client</th><th>Direction</th><th>Opcode</th><th>Payload or close code</th></tr></thead><tbody className="frames__group">',
          ' className="frames__row frames__row--server"><td className="frames__client">Ada</td><td className="frames__direction"><span>←</span> from server</td><td className="frames__opcode">text</td><td className="frames__payload"><samp>{"type":"welcome","id":"<peer-1>"}</samp></td></tr>',
          ' className="frames__row frames__row--client"><td className="frames__client">Ada</td><td className="frames__direction"><span>→</span> to server</td><td className="frames__opcode">text</td><td className="frames__payload"><samp>ping</samp></td></tr>',
          ' className="frames__row frames__row--client"><td className="frames__client">Ada</td><td className="frames__direction"><span>→</span> to server</td><td className="frames__opcode">close</td><td className="frames__payload"><samp>1000</samp> <samp>bye</samp></td></tr></tbody></table>',
        ].join('<tr'),
      ).split('<tr'),
    );
  });

  test('names each cell for a phone and each part for a screen reader', () => {
    expect(frames).toContain(
      '<table className="frames frames--websocket" role="table">',
    );
    expect(frames).toContain('<th scope="col" role="columnheader">Client</th>');
    expect(frames).toContain('role="cell" dataLabel="Payload or close code"');
    expect(frames).toContain('<span ariaHidden="true">→</span> to server');
  });

  test('draws a stream as a group for each connection, without empty columns', () => {
    expect(plain(events).split('<tr')).toEqual([
      '<table className="frames frames--event-stream"><caption className="frames__caption">Events on <code>/api/sse</code>, as recorded</caption><thead className="frames__head">',
      '><th>Id</th><th>Retry (ms)</th><th>Data</th></tr></thead><tbody className="frames__group">',
      ' className="frames__row frames__row--connection"><th className="frames__connection">Connection 1 <samp>GET /api/sse</samp> <samp>last-event-id: 3</samp> <samp>→ 200</samp> <samp>content-type: text/event-stream</samp></th></tr>',
      ' className="frames__row frames__row--server"><td className="frames__id"><samp>4</samp></td><td className="frames__retry"><samp>2000</samp></td><td className="frames__data"><samp>four</samp></td></tr>',
      ' className="frames__row frames__row--server"><td className="frames__id"><samp>5</samp></td><td className="frames__retry"></td><td className="frames__data"><samp>five</samp></td></tr>',
      ' className="frames__row frames__row--end"><td className="frames__end">The client leaves.</td></tr></tbody></table>',
    ]);
  });

  test('shows an exchange as HTTP', () => {
    expect(missing).toBe(
      [
        '<pre><code className="language-http">GET /api/notes/9 HTTP/1.1',
        '',
        'HTTP/1.1 404 Not Found',
        'content-type: application/problem+json',
        '',
        '{',
        '  "title": "No such note"',
        '}',
        '</code></pre>',
      ].join('\n'),
    );
    expect(created).toBe(
      [
        '<pre><code className="language-http">POST /api/notes HTTP/1.1',
        'content-type: application/json',
        '',
        '{',
        '  "text": "a"',
        '}',
        '',
        'HTTP/1.1 201 Created',
        '</code></pre>',
      ].join('\n'),
    );
  });

  test('shows a value as a block', () => {
    expect(line).toBe(
      '<pre><code className="language-text">WebSocket connection to \'ws://<server>/\' failed: Invalid frame header\n</code></pre>',
    );
  });

  test('says the rest in the language of the page', async () => {
    const [, , , german = ''] = await htmlOf('filled', {
      'evidence.frames.caption': 'Auf {url} aufgezeichnet',
      'evidence.frames.toServer': 'zum Server',
    });
    expect(plain(german)).toContain(
      'Auf <code>/api/ws/chat</code> aufgezeichnet<',
    );
    expect(plain(german)).toContain('<span>→</span> zum Server');
    expect(plain(german)).toContain('<span>←</span> from server');
  });
});

const errors: Record<string, string> = {
  'unknown-example':
    'page.mdx:7: [=chat-url] leads to "examples/chap/evidence/routes.json#chat.url", where no value is recorded; the nearest files are "examples/chat/evidence/routes.json", "examples/chat/evidence/chat.json", "examples/chat/evidence/http.json". Name one of these, then # and the keys of the value or the name of a package.',
  'unknown-key':
    'page.mdx:7: no evidence "chat.ur" in chat/routes; the nearest are "chat.url", "chat.file", "moved.url", "kind", "chat.production.websocket". Name one of these.',
  'unknown-exchange':
    'page.mdx:5: no evidence "mising" in chat/http; there is "missing", "created". Name one of these.',
  'not-one-value':
    'page.mdx:5: "chat.production.get" in chat/routes is not one value; under it there is "chat.production.get.status", "chat.production.get.content-type". Name one of these.',
  'wrong-kind':
    'page.mdx:5: "chat/http" is of kind "http", and frames= draws "websocket" or "event-stream". Write output=chat/http#<name>.',
  'wrong-output':
    'page.mdx:5: "chat/routes" is of kind "routes", and output= shows one exchange of kind "http", or one value of kind "facts". Write frames= for frames and events, [=name] in a sentence for values of routes.',
  'output-without': `page.mdx:7: this page was written for "Unexpected token '<'", and chat/console#page.console is now "WebSocket connection to 'ws://<server>/' failed: Invalid frame header". Write the heading and the words for this text anew, with contains="…".`,
  'output-contains-nothing':
    'page.mdx:5: contains="" holds for any text. Write the part that the page tells of, or delete it.',
  'values-kind':
    'page.mdx:7: "chat/layout" is of kind "layout", and frames= draws "websocket" or "event-stream". Write [=name] in a sentence.',
  'wrong-format':
    'page.mdx:5: the title "bold" is no way to show a value. Write "as code", "as text" or "ratio to <path>", or delete it; words that rest on the value are written [words][=name].',
  'broken-bond':
    'page.mdx:5: "alive and well" rests on chat/routes#moved.production.websocket, which was "answers" when it was written and is "opens and stays silent" now. Rewrite the sentence, and the title of [=moved] as "opens and stays silent".',
  'bond-other-number':
    'page.mdx:5: these words say "20", and chat/publish#closed.seconds is 30. Write the value itself, [=name], in place of the number.',
  'bond-other-outcome':
    'page.mdx:5: these words say "text", and chat/publish#object.published is "binary". Write what was measured, or bind the words to another value.',
  'known-bug-gone':
    'page.mdx:7: the bug of crossws 0.3.5 is gone: chat/publish#object.published was "blob" and is now "binary". Delete this note, and the workaround it names: examples/chat/src/plugin.ts#guard.',
  'known-bug-inline':
    'page.mdx:5: <KnownBug> is a note of its own, not a part of a sentence. Put it, its words and its end on lines of their own.',
  'known-bug-workaround':
    'page.mdx:7: there is no workaround "examples/chat/src/plugins.ts"; the nearest are "examples/chat/src/plugin.ts", "examples/chat/evidence/publish.json", "examples/chat/evidence/routes.json". Name one of these, or delete the attribute.',
  'known-bug-region':
    'page.mdx:7: there is no region "gard" in examples/chat/src/plugin.ts; this file has "guard". Name one of these.',
  'known-bug-not-fixed':
    'page.mdx:7: this note says that crossws 0.3.4 fixes the bug, and crossws 0.3.5 still has it: chat/publish#object.published is "binary". Correct fixed="…", or delete it.',
  'known-bug-candidate':
    'page.mdx:7: this note says that crossws 0.3.5-rc.1 fixes the bug, and crossws 0.3.5 still has it: chat/publish#object.published is "binary". Correct fixed="…", or delete it.',
  'known-bug-no-version':
    'page.mdx:7: fixed="soon" is not a version. Write one as npm has it, such as fixed="1.2.3", or delete it.',
  'known-bug-thread':
    'page.mdx:7: "crossws#1" is no thread that a reader can open. Write upstream="https://…" with the issue or pull request.',
  'known-bug-package':
    'page.mdx:7: no package "crosws" in package-lock.json; the nearest are "crossws". Name one of these.',
  'bond-without-words':
    'page.mdx:5: no words rest on [=moved]. Write [words][=moved], or [=moved] alone for the value.',
  'bond-without-value':
    'page.mdx:5: "silent" rests on [=moved], whose definition does not state the value that it was written for. Write "opens and stays silent" behind its path.',
  'wrong-reference':
    'page.mdx:7: [=chat-url] leads to "examples/chat/evidence/routes.json", where no value is recorded; the nearest files are "examples/chat/evidence/routes.json", "examples/chat/evidence/chat.json", "examples/chat/evidence/http.json". Name one of these, then # and the keys of the value or the name of a package.',
  'unknown-package':
    'page.mdx:5: no package "@analogjs/platfrom" in package-lock.json; the nearest are "@analogjs/platform", "h3". Name one of these.',
  'two-versions':
    'page.mdx:5: the examples do not agree on "h3": 1.15.11 in examples/chat, 1.15.10 in examples/notes. Pin one version.',
  'answering-wrong':
    'page.mdx:5: the development server answers at "/api/ws/chat", so it is no counter-example. Delete the ~~ around it.',
  'unknown-kind':
    'page.mdx:5: examples/chat/evidence/chat.json: "kind" is "rotes", not one of "websocket", "event-stream", "http", "routes", "facts", "layout", "load", "transcript", "missing-import". Record it again with: npm run evidence',
  'broken-shape':
    'page.mdx:5: examples/chat/evidence/chat.json: "frames.0.from" is "peer", not one of "client", "server". Record it again with: npm run evidence',
  'no-json':
    /^page\.mdx:5: examples\/chat\/evidence\/chat\.json: the file is not JSON \(.+\)\. Record it again with: npm run evidence$/
      .source,
  'two-problems':
    'page.mdx:5: no evidence "none" in chat/routes; the nearest are "kind", "moved.url", "chat.file", "chat.url", "chat.production.websocket". Name one of these.\n' +
    'page.mdx:9: no package "none" in package-lock.json; the nearest are "h3", "@analogjs/platform". Name one of these.',
};

test('words that a value proves stay, without a trace of what binds them', async () => {
  expect(await htmlOf('bond')).toEqual([
    '<p>At this URL <em>nobody</em> answers, <code>/api/routes/ws/chat</code>.</p>',
    '<blockquote>\n<p>A block of its own.</p>\n</blockquote>',
  ]);
});

test('a known bug is a note: what, where and until when, then the words of the page', async () => {
  const [text, note] = await htmlOf('known-bug', {
    'evidence.knownBug.fixed': 'behoben in {version}',
  });
  expect(text).toBe('<p>Text.</p>');
  expect(note?.replaceAll('\n', '')).toBe(
    '<aside className="known-bug" role="note"><p className="known-bug__title">Known bug of <code>crossws</code> 0.3.5 · behoben in 0.10.0 · <a href="https://github.com/unjs/crossws/issues/1">thread upstream</a></p><p>An object that is <em>published</em> arrives as a binary frame.</p><p>Publish a text.</p></aside>',
  );
});

describe('a page that names what was not measured says where, what and what there is', () => {
  test.each(Object.entries(errors))('%s', async (name, message) => {
    const error = await errorOf(name);
    // The reason inside is the JavaScript engine's, and differs between versions of Node.
    if (message.startsWith('^')) expect(error).toMatch(new RegExp(message));
    else expect(error).toBe(message);
  });

  test('every fixture is asked', () => {
    expect(readdirSync(fixtures).sort()).toEqual(
      ['bond', 'filled', 'known-bug', 'modules', ...Object.keys(errors)].sort(),
    );
  });
});
