import { beforeEach, describe, expect, test } from 'vitest';

import { check } from '../commands/check.ts';
import { formatProblem } from '../problem.ts';
import { type SmallSite, smallSite } from '../testing/small-site.ts';
import { update } from '../commands/update.ts';

const de = 'i18n/de/docs/sockets.po';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  return site.remove;
});

const problems = async (): Promise<string[]> =>
  (await check(await site.read())).map(formatProblem);

describe('a catalogue that update would change', () => {
  test('is reported at a broken comment', async () => {
    site.edit(de, '#. description of the page', '#. description of a page');
    expect(await problems()).toEqual([
      `${de}:18: this line is not as update writes it; there is "#. description of a page", and update writes "#. description of the page"; run npm run i18n update.`,
    ]);
  });

  test('is reported at the line below a missing comment', async () => {
    site.edit(
      de,
      '#. description of the page\n#: docs/sockets.mdx\n',
      '#. description of the page\n',
    );
    expect(await problems()).toEqual([
      `${de}:19: this line is not as update writes it; there is "msgid "A page about sockets."", and update writes "#: docs/sockets.mdx"; run npm run i18n update.`,
    ]);
  });

  test('is reported at the first message out of order', async () => {
    const blocks = site.text(de).trimEnd().split('\n\n');
    const [head = '', first = '', second = '', ...rest] = blocks;
    site.write(de, `${[head, second, first, ...rest].join('\n\n')}\n`);
    const [only, ...others] = await problems();
    expect(others).toEqual([]);
    expect(only).toBe(
      `${de}:15: this message is not where update writes it; there is "A page about sockets.", and update writes "Sockets" here; run npm run i18n update.`,
    );
  });

  test('is not reported if an editor has folded its lines', async () => {
    site.edit(
      de,
      'msgid "A page about sockets."',
      'msgid ""\n"A page "\n"about sockets."',
    );
    expect(await problems()).toEqual([]);
  });

  test('is reported with the signatures of a lost header', async () => {
    const [, ...rest] = site.text(de).split('\n\n');
    site.write(de, rest.join('\n\n'));
    expect(await problems()).toEqual([
      `${de}:1: the header is missing, and with it X-Translated-By and X-Reviewed-By; the file begins with "Sockets"; restore the header from an earlier version, or run npm run i18n update and npm run i18n sign.`,
    ]);
  });

  test('is reported for a duplicate obsolete message, which update removes', async () => {
    const obsolete = '\n#~ msgid "Old."\n#~ msgstr "Alt."\n';
    site.write(de, site.text(de) + obsolete);
    expect(await problems()).toEqual([]);
    site.write(de, site.text(de) + obsolete);
    const line = site.text(de).split('\n').length - 1;
    expect(await problems()).toEqual([
      `${de}:${line}: update removes this message, which is a duplicate; there is "Old."; run npm run i18n update.`,
    ]);
    update(await site.read());
    expect(await problems()).toEqual([]);
  });

  test('is reported for an obsolete message that is in use', async () => {
    site.write(
      de,
      `${site.text(de)}\n#~ msgid "Open sockets"\n#~ msgstr "Alt."\n`,
    );
    expect((await problems())[0]).toContain('which is a duplicate');
    update(await site.read());
    expect(site.text(de)).not.toContain('Alt.');
  });
});

test('reports an empty catalogue once', async () => {
  site.write(de, '');
  expect(await problems()).toEqual([
    `docs/sockets.mdx:1: none of its 5 texts is in ${de}, which is empty or missing; run npm run i18n update.`,
  ]);
});
