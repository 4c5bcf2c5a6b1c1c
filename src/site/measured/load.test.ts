import type { Element, Nodes } from 'hast';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { measuredComponents } from './index.ts';
import { measuredLabels } from './labels.ts';
import { labelled } from '../../evidence/bind/labels.ts';
import { replaceMeasured } from '../../evidence/bind/replace.ts';
import { storeOf } from '../../evidence/record/store.ts';

const growth = (mebibytes: number) => [
  { connections: 500, mebibytes: mebibytes / 2 },
  { connections: 1000, mebibytes },
];
const stream = (ratio: number) => ({
  broadcastTime: { value: 4 * ratio },
  live: { value: 3 * ratio },
  growth: growth(3 * ratio),
});
const socket = (ratio: number) => ({
  ...stream(ratio),
  echoTime: { value: 10 * ratio },
});
const load = {
  kind: 'load',
  on: {
    ...{ node: '20.20.0', system: 'linux x64', processors: 2 },
    packages: { ws: '8.23.0', h3: '1.15.11' },
  },
  sockets: {
    ...{ connections: 5000, bytes: 64, rounds: 3, seconds: 2 },
    servers: { bare: socket(1), analog: socket(1.5), limited: socket(2) },
  },
  streams: {
    ...{ connections: 1000, bytes: 64, rounds: 3, seconds: 2 },
    servers: { bare: stream(1), analog: stream(5), limited: stream(6) },
  },
};
const files: Readonly<Record<string, object>> = {
  'limits/load': load,
  'limits/other': { kind: 'facts' },
};
const evidence = storeOf('examples', Object.keys(files), (name) => ({
  path: `examples/${name}.json`,
  text: JSON.stringify(files[name]),
}));

function shown(
  source: string,
  locale = 'en',
): { element: Element | undefined; problems: string[] } {
  const processor = unified().use(remarkParse).use(remarkMdx);
  const tree: Root = processor.parse(source);
  const problems = replaceMeasured(
    { file: 'docs/page.mdx', tree },
    {
      ...{ evidence, locale, lockfile: new Map() },
      label: labelled({}, measuredLabels),
      files: { list: () => [], read: () => undefined },
      components: measuredComponents,
    },
  );
  const [node] = tree.children;
  const { hName, hProperties, hChildren } = node?.data ?? {};
  return {
    problems: problems.map(({ message }) => message),
    element: hName
      ? {
          ...{ type: 'element', tagName: hName },
          properties: hProperties ?? {},
          children: hChildren ?? [],
        }
      : undefined,
  };
}

function all(node: Nodes | undefined, tagName: string): Element[] {
  if (!node || !('children' in node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'element'
      ? [...(child.tagName === tagName ? [child] : []), ...all(child, tagName)]
      : [],
  );
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children.map(textOf).join('|').replaceAll('\u00a0', ' ')
    : '';
}

describe('<LoadRatios>', () => {
  const { element, problems } = shown(
    '<LoadRatios of="limits/load#sockets" />',
  );

  test('draws a bar for each cost of each server but the baseline', () => {
    expect(problems).toEqual([]);
    const bars = all(element, 'rect');
    expect(bars.map(({ properties }) => Number(properties['width']))).toEqual([
      ...[232.5, 310, 232.5, 310, 232.5, 310],
    ]);
    const lines = all(element, 'line');
    expect(lines).toHaveLength(3);
    for (const { properties } of lines) {
      expect(properties).toMatchObject({ x1: '155', x2: '155' });
    }
  });

  test('has a title, a description, and a table with all figures', () => {
    const [drawn] = all(element, 'svg');
    const [title] = all(drawn, 'title');
    const [description] = all(drawn, 'desc');
    expect(drawn?.properties).toMatchObject({
      role: 'img',
      ariaLabelledBy: [title?.properties['id']],
      ariaDescribedBy: [description?.properties['id']],
    });
    expect(title && textOf(title)).toContain('5,000 sockets');
    const rows = all(element, 'tr').map(textOf);
    expect(rows).toEqual([
      'Measured|ws alone|Analog|Analog with all limits',
      'Processor time of an answer|10 µs|15 µs (1.5 ×)|20 µs (2.0 ×)',
      'Processor time of a delivery|4 µs|6 µs (1.5 ×)|8 µs (2.0 ×)',
      'Memory of a connection|3 KiB|4.5 KiB (1.5 ×)|6 KiB (2.0 ×)',
    ]);
  });

  test('says on which machine and with what it was recorded', () => {
    const [caption] = all(element, 'figcaption');
    expect(caption && textOf(caption)).toBe(
      'Recorded on one machine with 2 processors (linux x64), with Node 20.20.0, ws 8.23.0, h3 1.15.11. Medians of 3 rounds of 2 seconds.',
    );
  });

  test('separates packages as the language does', () => {
    const chinese = shown('<LoadRatios of="limits/load#sockets" />', 'zh');
    const [caption] = all(chinese.element, 'figcaption');
    expect(caption && textOf(caption)).toContain('ws 8.23.0、h3 1.15.11');
  });

  test('writes numbers as the language does', () => {
    const german = shown('<LoadRatios of="limits/load#sockets" />', 'de');
    expect(all(german.element, 'td').map(textOf)).toContain('4,5 KiB (1,5 ×)');
  });

  test('has no answers of streams', () => {
    const streams = shown('<LoadRatios of="limits/load#streams" />').element;
    expect(all(streams, 'rect')).toHaveLength(4);
    expect(all(streams, 'tr').map(textOf)[0]).toContain('node:http alone');
  });

  test('has nothing that the policy of the site refuses', () => {
    const walk = (node: Nodes): string[] =>
      node.type === 'element'
        ? [...Object.keys(node.properties), ...node.children.flatMap(walk)]
        : [];
    expect(element && walk(element)).not.toContain('style');
    expect(all(element, 'script')).toEqual([]);
  });
});

describe('<LoadMemory>', () => {
  const { element, problems } = shown(
    '<LoadMemory of="limits/load#sockets" />',
  );

  test('draws a line for each server, from nothing on', () => {
    expect(problems).toEqual([]);
    const lines = all(element, 'polyline').map(({ properties }) =>
      String(properties['points']).split(' '),
    );
    expect(lines.map((points) => points.length)).toEqual([3, 3, 3]);
    // The largest of 6 MiB is at the top, and all begin at one place.
    expect(lines.map(([start]) => start)).toEqual([
      ...['40.0,174.0', '40.0,174.0', '40.0,174.0'],
    ]);
    expect(lines.at(-1)?.at(-1)).toBe('340.0,20.0');
  });

  test('has a table of the same', () => {
    expect(all(element, 'tr').map(textOf)).toEqual([
      'Open sockets|ws alone|Analog|Analog with all limits',
      '500|1.5 MiB|2.25 MiB|3 MiB',
      '1,000|3 MiB|4.5 MiB|6 MiB',
    ]);
  });
});

test.each([
  [
    'limits/other#sockets',
    '"limits/other" is no load run. Name evidence of kind "load".',
  ],
  [
    'limits/load#servers',
    'a load run has no "servers"; it has "sockets", "streams". Name one of these.',
  ],
])('%s is refused', (of, message) => {
  expect(shown(`<LoadRatios of="${of}" />`).problems).toEqual([message]);
});
