import { beforeEach, describe, expect, test } from 'vitest';

import { keepTranslations } from './keep.ts';
import { type SmallSite, smallSite } from '../testing/small-site.ts';
import { outdatedMessages } from './outdated.ts';
import { update } from './update.ts';

const de = 'i18n/de/docs/sockets.po';
const page = 'docs/sockets.mdx';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  return site.remove;
});

/** Runs `update --keep`. */
async function keep(...names: string[]) {
  const read = await site.read();
  const { localized, results } = keepTranslations(read.localized, names);
  const lines = update({ ...read, localized });
  return {
    lines,
    kept: results
      .filter(({ reason }) => reason === undefined)
      .map(
        ({ message: { file, line, entry } }) => `${file}:${line} ${entry.id}`,
      ),
    reasons: results.flatMap(({ reason }) => reason ?? []),
    outdated: localized.flatMap(outdatedMessages).map(({ entry }) => entry.id),
  };
}

describe('a named message', () => {
  test('keeps its translation and records the old English', async () => {
    site.edit(page, 'A page about sockets.', 'A page abuot sockets.');
    update(await site.read());
    // Confirms the translation before the spelling is corrected.
    site.edit(de, '#, fuzzy\n#| msgid "A page about sockets."\n', '');
    site.edit(page, 'A page abuot sockets.', 'A page about sockets.');
    expect(await keep('A page about')).toEqual({
      lines: [
        'de: 0 outdated, 0 carried over, 0 new, 0 gone (1 file written)',
        'zh-Hans: 0 outdated, 0 carried over, 1 new, 0 gone (1 file written)',
      ],
      kept: [`${de}:22 A page about sockets.`],
      reasons: [],
      outdated: [],
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
    expect((await site.read()).localized.flatMap(outdatedMessages)).toEqual([]);
  });

  test('may be outdated since an earlier update', async () => {
    site.edit(page, 'on the upgrade', 'on teh upgrade');
    update(await site.read());
    expect((await keep('Call `open()` on teh upgrade.')).kept).toEqual([
      `${de}:32 Call \`open()\` on teh upgrade.`,
    ]);
    expect(site.text(de)).not.toContain('fuzzy');
  });

  test('is compared with the English that was translated', async () => {
    for (const [from, to] of [
      ['A page about sockets.', 'A page on sockets.'],
      ['A page on sockets.', 'Pages on sockets.'],
    ] as const) {
      site.edit(page, from, to);
      await keep(to);
    }
    expect(site.text(de)).toContain('#| msgid "A page about sockets."');
    expect(site.text(de)).not.toContain('# kept:');
  });

  test('keeps its translation after a second small change', async () => {
    site.edit(page, 'on the upgrade', 'at the upgrade');
    expect((await keep('Call `open()` at')).kept).toEqual([
      `${de}:32 Call \`open()\` at the upgrade.`,
    ]);
  });

  test('stays outdated after a large change', async () => {
    site.edit(page, 'on the upgrade', 'after any connection and the upgrade');
    const { kept, reasons } = await keep('Call `open()` after');
    expect(kept).toEqual([]);
    expect(reasons).toEqual([
      'too much of it has changed; correct its translation in the catalogue',
    ]);
  });

  test('stays outdated if a protected part differs', async () => {
    site.edit(page, 'Call `open()` on the', 'Call `start()` at the');
    expect((await keep('Call `start()`')).reasons).toEqual([
      'the code span `start()` is new, and a translation needs the same parts; correct it in the catalogue',
    ]);
  });

  test.each([
    ['Call', /^--keep "Call": this is too short/],
    [
      'Nothing like it',
      /no changed message begins with this; there are:\n {2}A page on sockets\.\n {2}A page on upgrades\.$/,
    ],
    [
      'A page on',
      /^--keep "A page on": 2 changed messages begin with this; write more of one of them:\n/,
    ],
  ])('has to be unambiguous: %s', async (name, message) => {
    site.edit(page, 'A page about sockets.', 'A page on sockets.');
    site.edit(page, 'Call `open()` on the upgrade.', 'A page on upgrades.');
    site.edit(
      de,
      'msgid "Call `open()` on the upgrade."',
      'msgid "A page on any upgrades."',
    );
    await expect(keep(name)).rejects.toThrow(message);
    // Wrong names write nothing.
    expect(site.text(de)).not.toContain('fuzzy');
  });
});

describe('a review', () => {
  const reviewed = '# reviewed: Bo\n#. description of the page';

  beforeEach(() => {
    site.edit(de, '#. description of the page', reviewed);
  });

  test('is removed when the English changes', async () => {
    site.edit(page, 'A page about', 'The page about');
    update(await site.read());
    expect(site.text(de)).not.toContain('reviewed');
  });

  test('is kept if the translation is kept in the same update', async () => {
    site.edit(page, 'A page about', 'The page about');
    await keep('The page about');
    expect(site.text(de)).toContain('# reviewed: Bo\n# kept: "A page');
  });
});
