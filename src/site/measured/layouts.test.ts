import type { Element, ElementContent } from 'hast';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { Labels } from '../../evidence/bind/labels.ts';
import { measuredComponents } from './index.ts';
import { measuredLabels } from './labels.ts';
import { labelled } from '../../evidence/bind/labels.ts';
import { finderData } from './layouts-finder.ts';
import { layoutMessages } from './layouts-messages.ts';
import { layoutsOf } from './layouts-record.ts';
import { layoutsTable } from './layouts-table.ts';
import { replaceMeasured } from '../../evidence/bind/replace.ts';
import { storeOf } from '../../evidence/record/store.ts';

type Recorded = Record<string, unknown>;

const answers = { outcome: 'answers' };
const silent = { outcome: 'opens and stays silent' };
const html = { outcome: 'page HTML', status: 200, contentType: 'text/html' };
const headless = { outcome: 'streams without its content type', status: 200 };
const redirect = {
  outcome: 'redirects',
  status: 302,
  location: '/base/hello',
  leadsTo: html,
};

const folder = {
  files: {
    websocket: 'src/server/routes/ws/chat.ts',
    websocketId: 'src/server/routes/ws/[id].ts',
    get: 'src/server/routes/hello.get.ts',
    stream: 'src/server/routes/sse.ts',
  },
  served: {
    websocket: { protocol: 'websocket' },
    websocketId: { protocol: 'websocket' },
    get: { protocol: 'get' },
    stream: { protocol: 'stream' },
  },
};

const measured: Record<string, Recorded> = {
  // Sorted behind the others by its name, before them by having no settings.
  flat: {
    kind: 'layout',
    about: 'Every route lies in routes.',
    options: {},
    env: {},
    ...folder,
    development: {
      websocket: { '/ws/chat': answers, '/api/ws/chat': silent },
      websocketId: { '/ws/7': answers },
      get: { '/api/hello': answers, '/hello': html },
      stream: { '/api/sse': answers },
      unknown: { '/nope': html },
    },
    production: {
      websocket: { '/ws/chat': answers, '/api/ws/chat': silent },
      websocketId: { '/ws/7': answers },
      get: { '/hello': answers, '/api/hello': answers },
      stream: { '/sse': answers, '/api/sse': headless },
    },
  },
  based: {
    kind: 'layout',
    about: 'The base URL is /base/.',
    options: { nitro: { baseURL: '/base/' } },
    env: { run: { NITRO_APP_BASE_URL: '/base/' } },
    ...folder,
    development: {
      websocket: { '/ws/chat': silent },
      websocketId: { '/ws/7': silent },
      get: { '/hello': redirect },
      stream: { '/sse': html },
    },
    production: {
      websocket: { '/ws/chat': silent },
      websocketId: { '/ws/7': silent },
      get: { '/hello': redirect },
      stream: { '/sse': html },
    },
  },
  dirs: {
    kind: 'layout',
    about: 'Two folders.',
    options: { useAPIMiddleware: false, additionalAPIDirs: ['/src/notes'] },
    vite: {},
    env: {},
    files: {
      websocket: 'src/server/routes/ws/chat.ts',
      additionalWebsocket: 'src/notes/routes/ws/lobby.ts',
    },
    served: {
      websocket: { protocol: 'websocket' },
      additionalWebsocket: { protocol: 'websocket' },
    },
    development: {
      websocket: { '/ws/chat': answers },
      additionalWebsocket: { '/ws/lobby': silent },
    },
    production: {
      websocket: { '/ws/chat': answers },
      additionalWebsocket: { '/ws/lobby': answers },
    },
  },
  broken: { kind: 'missing-import', about: 'Not a layout.' },
};

function evidence(files: Record<string, Recorded | string> = measured) {
  const names = Object.keys(files).map((name) => `layouts/${name}`);
  return storeOf('examples', ['chat/routes', ...names].sort(), (name) => {
    const file = files[name.slice('layouts/'.length)];
    return {
      path: `examples/${name}.json`,
      text: typeof file === 'string' ? file : JSON.stringify(file),
    };
  });
}

describe('layouts', () => {
  const layouts = layoutsOf(evidence(), 'layouts');

  test('come without a base URL first, then by their settings', () => {
    expect(layouts.map(({ name }) => name)).toEqual(['flat', 'dirs', 'based']);
  });

  test('say their settings as they are written', () => {
    expect(layouts.map(({ settings }) => settings)).toEqual([
      [],
      ['useAPIMiddleware: false', "additionalAPIDirs: ['/src/notes']"],
      ["nitro.baseURL: '/base/'", 'NITRO_APP_BASE_URL=/base/'],
    ]);
  });

  test('know the layout that lacks their base URL', () => {
    expect(layouts.map(({ withoutBase }) => withoutBase)).toEqual([
      'flat',
      'dirs',
      'flat',
    ]);
  });

  test('an outcome that nobody knows is named with its place', () => {
    const get = { '/hello': { outcome: 'explodes' } };
    const development = { ...record('flat').development, get };
    const flat = { ...record('flat'), development };
    expect(() => layoutsOf(evidence({ flat }), 'layouts')).toThrow(
      'examples/layouts/flat.json: "development.get./hello.outcome" is "explodes", not one of "answers", ',
    );
  });

  test('a served file without a path is named', () => {
    const flat = { ...record('flat'), files: {} };
    expect(() => layoutsOf(evidence({ flat }), 'layouts')).toThrow(
      'examples/layouts/flat.json: "files" lacks "websocket".',
    );
  });
});

describe('the table', () => {
  const table = layoutsTable(
    layoutsOf(evidence(), 'layouts'),
    labelled({}, measuredLabels),
  );
  const rows = find(table, 'tr').map((row) =>
    [...find(row, 'th'), ...find(row, 'td')].map((cell) => textOf(cell)),
  );

  test('has a row a layout and tells the servers apart only where they differ', () => {
    expect(rows).toEqual([
      ['Layout', 'WebSocket', 'HTTP (GET)', 'Event stream'],
      [
        'Every route lies in routes.',
        '/ws/chat',
        'Development: /api/helloProduction: /api/hello /hello',
        'Development: /api/sseProduction: /sse',
      ],
      [
        "Two folders.useAPIMiddleware: falseadditionalAPIDirs: ['/src/notes']",
        'src/server/routes/ws/chat.ts/ws/chatsrc/notes/routes/ws/lobby.tsDevelopment: nowhereProduction: /ws/lobby',
        '',
        '',
      ],
      [
        "The base URL is /base/.nitro.baseURL: '/base/'NITRO_APP_BASE_URL=/base/",
        'nowhere',
        'nowhere',
        'nowhere',
      ],
    ]);
  });

  test('names each cell for a phone', () => {
    const [, first] = find(table, 'tr');
    expect(
      first && find(first, 'td').map(({ properties }) => properties.dataLabel),
    ).toEqual(['WebSocket', 'HTTP (GET)', 'Event stream']);
  });
});

describe('what the finder gets', () => {
  const data = finderData(
    layoutsOf(evidence(), 'layouts'),
    labelled({}, measuredLabels),
  );

  test('holds each answer once', () => {
    expect(data.answers).toEqual([
      answers,
      silent,
      { outcome: 'page HTML', status: 200 },
      headless,
      { ...redirect, leadsTo: 'page HTML' },
    ]);
  });

  test('holds every URL of a file with both answers, or none where it was not asked', () => {
    const [flat] = data.layouts;
    expect(flat?.files.map(({ key, urls }) => [key, urls])).toEqual([
      [
        'websocket',
        [
          ['/ws/chat', 0, 0],
          ['/api/ws/chat', 1, 1],
        ],
      ],
      ['websocketId', [['/ws/7', 0, 0]]],
      [
        'get',
        [
          ['/api/hello', 0, 0],
          ['/hello', 2, 0],
        ],
      ],
      [
        'stream',
        [
          ['/api/sse', 0, 3],
          ['/sse', -1, 0],
        ],
      ],
    ]);
  });
});

describe('in a page', () => {
  test('<Layouts> is the table', () => {
    const [node] = replaced('<Layouts of="layouts" />').tree.children;
    expect(node?.data).toMatchObject({ hName: 'table' });
  });

  test('<UrlFinder> is the component with what was measured, in the language of the page', () => {
    const { tree } = replaced('<UrlFinder of="layouts" />', {
      'layouts.flat': 'Alle Routen liegen in routes.',
    });
    expect(tree.children).toEqual([
      {
        type: 'mdxJsxFlowElement',
        name: 'MeasuredUrlFinder',
        attributes: [
          {
            type: 'mdxJsxAttribute',
            name: 'measured',
            value: expect.stringContaining(
              '"name":"flat","about":"Alle Routen liegen in routes."',
            ) as string,
          },
        ],
        children: [],
      },
    ]);
  });

  test('an example without layouts is named with the line', () => {
    expect(replaced('Text\n\n<Layouts of="chats" />').problems).toEqual([
      {
        file: 'docs/page.mdx',
        line: 3,
        message:
          '"chats" has no evidence of kind "layout". Name an example that measures layouts.',
      },
    ]);
  });
});

test('the catalogues get what each layout is, also when another file is broken', () => {
  const store = evidence({ ...measured, torn: '{' });
  expect(layoutMessages(store, 'layouts')).toEqual({
    'layouts.based': 'The base URL is /base/.',
    'layouts.dirs': 'Two folders.',
    'layouts.flat': 'Every route lies in routes.',
  });
});

function record(name: string): Recorded & { development: Recorded } {
  const found = measured[name];
  const development = found?.['development'];
  if (typeof development !== 'object') throw new Error(`No layout ${name}.`);
  return { ...found, development: { ...development } };
}

function replaced(source: string, labels: Labels = {}) {
  const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(source);
  const problems = replaceMeasured(
    { file: 'docs/page.mdx', tree },
    {
      evidence: evidence(),
      lockfile: new Map(),
      label: labelled(labels, measuredLabels),
      files: { list: () => [], read: () => undefined },
      components: measuredComponents,
    },
  );
  return { tree, problems };
}

function find(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : [
          ...(child.tagName === tagName ? [child] : []),
          ...find(child, tagName),
        ],
  );
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element'
    ? node.children.map((child) => textOf(child)).join('')
    : '';
}
