import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { glossaryProblem, readGlossary } from './glossary.ts';
import { formatProblem } from '../problem.ts';

const root = process.cwd();

describe.each([
  [
    'de',
    [
      ['The upgrade is refused.', 'Die Aktualisierung wird abgelehnt.'],
      ['It sends an event.', 'Es sendet ein Event.'],
      ['The header is there.', 'Die Kopfzeile ist da.'],
    ],
    [
      ['Update it.', 'Aktualisiere es.'],
      [
        'Server-Sent Events send events.',
        'Server-Sent Events senden Ereignisse.',
      ],
      ['The `Event` is an event.', 'Das `Event` ist ein Ereignis.'],
      ['A route and its upgrade.', 'Eine Route und ihr Upgrade.'],
    ],
  ],
  [
    'zh',
    [
      ['The handler runs.', '处理程序运行。'],
      ['The payload is text.', '载荷是文本。'],
      ['The response arrives.', '收到回应。'],
    ],
    [
      ['The payload is text.', '有效载荷是文本。'],
      ['Behind a load balancer, the payload.', '负载均衡之后的有效载荷。'],
      ['The handler runs.', '处理函数运行。'],
    ],
  ],
])('the glossary of %s', (locale, wrong, right) => {
  const { terms, problems } = readGlossary(
    root,
    `i18n/${locale}/glossary.json`,
  );

  test('is well formed', () => {
    expect(problems).toEqual([]);
    expect(terms.length).toBeGreaterThan(30);
  });

  test.each(wrong)('%s → %s is refused', (source, translation) => {
    expect(glossaryProblem(terms, source, translation)).toMatch(
      /^the glossary forbids this word; there is /,
    );
  });

  test.each(right)('accepts %s → %s', (source, translation) => {
    expect(glossaryProblem(terms, source, translation)).toBeUndefined();
  });

  test('uses its own terms', () => {
    for (const { use, source } of terms)
      expect([source, glossaryProblem(terms, source, use)]).toEqual([
        source,
        undefined,
      ]);
  });
});

describe('a glossary with a mistake', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'glossary-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function read(json: string) {
    writeFileSync(join(folder, 'glossary.json'), json);
    const { terms, problems } = readGlossary(folder, 'glossary.json');
    return {
      used: terms.map(({ source, forbidden }) => [source, ...forbidden]),
      problems: problems.map(formatProblem),
    };
  }

  const first = `[
  { "source": "upgrade", "use": "das Upgrade", "forbidden": ["Aktual"] },`;
  const last = `
  {
    "source": "peers?",
    "use": "der Peer, \\"[{,",
    "forbidden": ["Partner"]
  }
]`;

  test.each([
    [
      '{ "source": "event", "use": "x", "forbidden": ["(Event", "Vorfall"] }',
      '"forbidden" is not a regular expression (Unterminated group); there is "(Event"; correct it, and write \\\\ before a literal sign.',
      [['event', 'Vorfall']],
    ],
    [
      '{ "source": "event[", "use": "x", "forbidden": [] }',
      '"source" is not a regular expression (Unterminated character class); there is "event["; correct it, and write \\\\ before a literal sign.',
      [],
    ],
    [
      '{ "source": "event", "use": "x", "forbidden": ["Events*|"] }',
      '"forbidden" matches any text; there is "Events*|"; write at least one required character.',
      [['event']],
    ],
    [
      '{ "source": "", "use": "x", "forbidden": [] }',
      '"source" matches any text; there is ""; write at least one required character.',
      [],
    ],
  ])('%s', (entry, problem, used) => {
    expect(read(`${first}\n  ${entry},${last}`)).toEqual({
      used: [['upgrade', 'Aktual'], ...used, ['peers?', 'Partner']],
      problems: [`glossary.json:3: a pattern in ${problem}`],
    });
  });

  const shape = '{ "source": "…", "use": "…", "forbidden": ["…"] }';

  test.each([
    ['{ "use": "x" }', '"source" has to be a text; there is nothing'],
    ['{ "source": "a", "use": 1 }', '"use" has to be a text; there is 1'],
    [
      '{ "source": "a", "use": "x", "forbidden": ["b", [2]] }',
      '"forbidden" has to be a list of texts; there is ["b",[2]]',
    ],
    [
      '{ "source": "a", "use": "x", "forbidden": [], "expected": "x" }',
      '"expected" has to be a list of texts; there is "x"',
    ],
    [
      '{ "source": "a", "use": "x", "forbidden": [], "reason": 1 }',
      '"reason" has to be a text; there is 1',
    ],
    [
      '{ "source": "a", "use": "x", "forbidden": [], "want": "x" }',
      'the fields are source, use, expected, forbidden, reason, example; there is "want"',
    ],
    ['"event"', 'an entry has to be an object; there is "event"'],
    ['[]', 'an entry has to be an object; there is []'],
  ])('%s is reported with its line', (entry, problem) => {
    expect(read(`${first}\n\n  ${entry},${last}`)).toEqual({
      used: [
        ['upgrade', 'Aktual'],
        ['peers?', 'Partner'],
      ],
      problems: [`glossary.json:4: ${problem}; write ${shape}.`],
    });
  });

  test.each([
    ['a comma too many', `${first}\n]`, 3],
    ['a word without quotes', `${first}\n  { "source": event }]`, 3],
    ['no comma', `${first} {}\n  {}\n]`, 3],
    ['no end', `${first}\n  {}\n`, 3],
    ['nothing', '', 1],
  ])('that is not JSON: %s', (_, json, line) => {
    const { used, problems } = read(json);
    expect(used).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(
        `^glossary\\.json:${line}: this is not JSON \\(.+\\); a glossary is a list of .*; correct it\\.$`,
      ),
    ]);
  });

  test('that is not a list', () => {
    expect(read('{ "source": "a" }').problems).toEqual([
      `glossary.json:1: a glossary is a list; there is "{ "source": "a" }"; write [${shape}].`,
    ]);
  });
});
