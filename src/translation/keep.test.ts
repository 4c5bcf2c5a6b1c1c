import { beforeEach, describe, expect, test } from 'vitest';

import { keepTranslations } from './keep.ts';
import { type SmallSite, smallSite } from './testing/small-site.ts';
import { staleMessages } from './stale.ts';
import { update } from './update.ts';

const de = 'i18n/de/docs/sockets.po';
const page = 'docs/sockets.mdx';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  return site.remove;
});

/** As `update --keep` does. */
async function keep(...names: string[]) {
  const read = await site.read();
  const { localized, results } = keepTranslations(read.localized, names);
  const lines = update({ ...read, localized });
  return {
    lines,
    kept: results
      .filter(({ reason }) => reason === undefined)
      .map(({ stale }) => `${stale.file}:${stale.line} ${stale.entry.id}`),
    reasons: results.flatMap(({ reason }) => reason ?? []),
    stale: localized.flatMap(staleMessages).map(({ entry }) => entry.id),
  };
}

describe('a page keeps', () => {
  test('what was only spelt wrongly, with a record of it', async () => {
    site.edit(page, 'A page about sockets.', 'A page abuot sockets.');
    update(await site.read());
    // The translation was made while the word was wrong.
    site.edit(de, '#, fuzzy\n#| msgid "A page about sockets."\n', '');
    site.edit(page, 'A page abuot sockets.', 'A page about sockets.');
    expect(await keep('sockets')).toEqual({
      lines: [
        'de: 0 stale, 0 carried over, 0 new, 0 gone (1 file written)',
        'zh-Hans: 0 stale, 0 carried over, 1 new, 0 gone (1 file written)',
      ],
      kept: [`${de}:22 A page about sockets.`],
      reasons: [],
      stale: [],
    });
    expect(site.text(de)).toContain(
      [
        '# kept: "A page abuot sockets."',
        '#. description of the page',
        '#: docs/sockets.mdx',
        'msgid "A page about sockets."',
        'msgstr "Eine Seite über Sockets."',
      ].join('\n'),
    );
    // And it is over: a second update has nothing to do.
    expect((await site.read()).localized.flatMap(staleMessages)).toEqual([]);
  });

  test('what an earlier update has made stale', async () => {
    site.edit(page, 'on the upgrade', 'on teh upgrade');
    update(await site.read());
    expect((await keep(page)).kept).toEqual([
      `${de}:32 Call \`open()\` on teh upgrade.`,
    ]);
    expect(site.text(de)).not.toContain('fuzzy');
  });

  test('no message that says something else', async () => {
    site.edit(page, 'on the upgrade', 'before the upgrade');
    site.edit(page, 'A page about', 'The page about');
    const { kept, reasons, stale } = await keep(page);
    expect(kept).toEqual([`${de}:22 The page about sockets.`]);
    expect(reasons).toEqual([
      "more than its spelling has changed; if its translations still say the same, name it: --keep 'Call `open()` before the upgrade.'",
    ]);
    expect(stale).toEqual(['Call `open()` before the upgrade.']);
  });

  test('and offers no name that would then be refused', async () => {
    site.edit(page, 'on the upgrade', 'after any connection and the upgrade');
    expect((await keep(page)).reasons).toEqual([
      'too much of it has changed; look at its translations, and correct them in the catalogue',
    ]);
  });

  test('and offers a name that means one message, and is taken', async () => {
    const long = 'Each function of a handler is called with the peer';
    site.edit(page, '# Open', `${long} at once.\n\n${long} later.\n\n# Open`);
    update(await site.read());
    for (const text of ['at once.', 'later.'])
      site.edit(
        de,
        `msgid "${long} ${text}"\nmsgstr ""`,
        `msgid "${long} ${text}"\nmsgstr "Jede Funktion, ${text}"`,
      );
    site.edit(page, `${long} at once.`, `${long} all at once.`);
    site.edit(page, `${long} later.`, `${long} much later.`);
    const { reasons } = await keep(page);
    const names = reasons.map((reason) => /--keep "(.*)"$/.exec(reason)?.[1]);
    expect(names).toEqual([`${long} all at on`, `${long} much late`]);
    const again = await keep(...names.flatMap((name) => name ?? []));
    expect([again.kept.length, again.stale]).toEqual([2, []]);
  });

  test('none of another page, and none without being asked', async () => {
    site.edit(page, 'A page about', 'The page about');
    expect((await keep()).kept).toEqual([]);
    await expect(keep('interface')).rejects.toThrow(
      '--keep "interface": no translation of content.ts is stale; there is nothing to keep.',
    );
  });

  test('no text that many corrections have made another', async () => {
    for (const [from, to] of [
      ['A page about sockets.', 'A page, about sockets.'],
      ['A page, about', 'A page, abouut'],
      ['abouut sockets', 'abouut sokcets'],
    ] as const) {
      site.edit(page, from, to);
      await keep(page);
    }
    expect(site.text(de)).toContain('# kept: "A page about sockets."');
    site.edit(page, 'A page, abouut', 'The page, abouut');
    const { kept, stale } = await keep(page);
    expect([kept, stale]).toEqual([[], ['The page, abouut sokcets.']]);
    // The translator is shown what was translated, not the last correction.
    expect(site.text(de)).toContain('#| msgid "A page about sockets."');
    expect(site.text(de)).not.toContain('# kept:');
  });
});

describe('a message that is named', () => {
  test('keeps its translation after another small change', async () => {
    site.edit(page, 'on the upgrade', 'at the upgrade');
    expect((await keep('Call `open()` at')).kept).toEqual([
      `${de}:32 Call \`open()\` at the upgrade.`,
    ]);
  });

  test('does not where much has changed', async () => {
    site.edit(page, 'on the upgrade', 'after any connection and the upgrade');
    const { kept, reasons } = await keep('Call `open()` after');
    expect(kept).toEqual([]);
    expect(reasons).toEqual([
      'too much of it has changed; look at its translations, and correct them in the catalogue',
    ]);
  });

  test('does not where a protected part differs', async () => {
    site.edit(page, 'Call `open()` on the', 'Call `start()` at the');
    expect((await keep('Call `start()`')).reasons).toEqual([
      'the code span `start()` is new, and a translation has to have the same; correct it in the catalogue',
    ]);
  });

  test.each([
    ['Call', /^--keep "Call": this is no page, and too short/],
    [
      'Nothing like it',
      /neither a page nor the beginning of a message that has changed; these have:\n {2}A page on sockets\.\n {2}A page on upgrades\.$/,
    ],
    [
      'A page on',
      /^--keep "A page on": 2 changed messages begin with this; write more of one of them:\n/,
    ],
  ])('has to be one: %s', async (name, message) => {
    site.edit(page, 'A page about sockets.', 'A page on sockets.');
    site.edit(page, 'Call `open()` on the upgrade.', 'A page on upgrades.');
    site.edit(
      de,
      'msgid "Call `open()` on the upgrade."',
      'msgid "A page on any upgrades."',
    );
    await expect(keep(name)).rejects.toThrow(message);
    // Nothing is written where a name is wrong.
    expect(site.text(de)).not.toContain('fuzzy');
  });
});

describe('a review', () => {
  const reviewed = '# reviewed: Bo\n#. description of the page';

  beforeEach(() => {
    site.edit(de, '#. description of the page', reviewed);
  });

  test('is void when the English changes', async () => {
    site.edit(page, 'A page about', 'The page about');
    update(await site.read());
    expect(site.text(de)).not.toContain('reviewed');
  });

  test('holds when the translation is kept at once', async () => {
    site.edit(page, 'A page about', 'The page about');
    await keep(page);
    expect(site.text(de)).toContain('# reviewed: Bo\n# kept: "A page');
  });
});
