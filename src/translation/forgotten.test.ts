import { beforeEach, describe, expect, test } from 'vitest';

import { check } from './check.ts';
import { formatProblem } from './problem.ts';
import { type SmallSite, smallSite } from './testing/small-site.ts';
import { update } from './update.ts';

const de = 'i18n/de/docs/sockets.po';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  return site.remove;
});

const problems = async (): Promise<string[]> =>
  check(await site.read()).map(formatProblem);

describe('a catalogue that update would write in another way', () => {
  test('is named by its broken comment', async () => {
    site.edit(de, '#. description of the page', '#. description of a page');
    expect(await problems()).toEqual([
      `${de}:18: this comment is not as update writes it; there is "#. description of a page", and update writes "#. description of the page"; run npm run i18n update.`,
    ]);
  });

  test('is named by the line below a comment that is gone', async () => {
    site.edit(
      de,
      '#. description of the page\n#: docs/sockets.mdx\n',
      '#. description of the page\n',
    );
    expect(await problems()).toEqual([
      `${de}:19: a comment is missing above this line; there is "msgid "A page about sockets."", and update writes "#: docs/sockets.mdx"; run npm run i18n update.`,
    ]);
  });

  test('is named by the first message out of its order', async () => {
    const blocks = site.text(de).trimEnd().split('\n\n');
    const [head = '', first = '', second = '', ...rest] = blocks;
    site.write(de, `${[head, second, first, ...rest].join('\n\n')}\n`);
    const [only, ...others] = await problems();
    expect(others).toEqual([]);
    expect(only).toBe(
      `${de}:15: this message does not stand where update writes it; there is "A page about sockets.", and update writes "Sockets" here; run npm run i18n update.`,
    );
  });

  test('is not complained of where an editor has folded its lines', async () => {
    site.edit(
      de,
      'msgid "A page about sockets."',
      'msgid ""\n"A page "\n"about sockets."',
    );
    expect(await problems()).toEqual([]);
  });

  test('says what a lost header takes along', async () => {
    const [, ...rest] = site.text(de).split('\n\n');
    site.write(de, rest.join('\n\n'));
    expect(await problems()).toEqual([
      `${de}:1: the header is gone, and with it X-Translated-By and X-Reviewed-By, which say who made and who has read these translations; the file begins with "Sockets"; take the header from an earlier version of the file, or run npm run i18n update and sign it again with npm run i18n sign.`,
    ]);
  });

  test('names an obsolete message that stands twice, and update takes it out', async () => {
    const obsolete = '\n#~ msgid "Old."\n#~ msgstr "Alt."\n';
    site.write(de, site.text(de) + obsolete);
    expect(await problems()).toEqual([]);
    site.write(de, site.text(de) + obsolete);
    const line = site.text(de).split('\n').length - 1;
    expect(await problems()).toEqual([
      `${de}:${line}: this obsolete message ("#~") stands twice, which msgfmt refuses; "Old." is also in line ${line - 3}, and that one counts; delete this one, or run npm run i18n update.`,
    ]);
    update(await site.read());
    expect(await problems()).toEqual([]);
  });

  test('names an obsolete message that is still in use', async () => {
    site.write(
      de,
      `${site.text(de)}\n#~ msgid "Open sockets"\n#~ msgstr "Alt."\n`,
    );
    expect((await problems())[0]).toContain('stands twice');
    update(await site.read());
    expect(site.text(de)).not.toContain('Alt.');
  });
});

test('an empty catalogue is one problem', async () => {
  site.write(de, '');
  expect(await problems()).toEqual([
    `docs/sockets.mdx:1: none of its 5 texts is in ${de}; that has no messages, or is not there; run npm run i18n update.`,
  ]);
});
