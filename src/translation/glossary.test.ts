import { describe, expect, test } from 'vitest';

import { glossaryProblem, readGlossary } from './glossary.ts';

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
    'zh-Hans',
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
      /^the glossary rules this word out; there is /,
    );
  });

  test.each(right)('%s → %s is right', (source, translation) => {
    expect(glossaryProblem(terms, source, translation)).toBeUndefined();
  });

  test('says every term in its own words', () => {
    for (const { use, source } of terms)
      expect([source, glossaryProblem(terms, source, use)]).toEqual([
        source,
        undefined,
      ]);
  });
});
