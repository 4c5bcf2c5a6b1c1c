import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { runCommandLine } from './command-line.ts';
import { type SmallSite, smallSite } from '../testing/small-site.ts';
import { update } from './update.ts';

const de = 'i18n/de/docs/sockets.po';
const zh = 'i18n/zh-Hans/docs/sockets.po';
const other = 'i18n/de/docs/other.po';
const glossary = 'i18n/de/glossary.json';

let site: SmallSite;
/** A folder outside of the site. */
let outside: string;

beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  site = await smallSite();
  site.write('docs/other.mdx', '---\ntitle: Other\n---\n\nOther words.\n');
  site.content.beforeTranslation = [];
  site.content.interfaceMessages = {};
  update(await site.read());
  return () => {
    site.remove();
    rmSync(outside, { recursive: true });
  };
});

/** Runs a command, and returns its exit code and output. */
async function typed(line: string, colour = false) {
  const output: string[] = [];
  const complaints: string[] = [];
  const { docsDir, catalogueDir, locales, sourceDir } = site.content;
  site.write(
    'site.config.ts',
    `export const siteConfig = ${JSON.stringify({ docsDir, catalogueDir, locales, sourceDir, completeLocales: [] })};`,
  );
  const status = await runCommandLine(line.split(' '), {
    root: site.root,
    env: {},
    colour,
    print: (lines) => output.push(...lines),
    complain: (text) => complaints.push(text),
  });
  return { status, output, complaints };
}

function path(file: string): string {
  return join(site.root, file);
}

const breakages: Record<
  string,
  [file: string, make: () => void, problem: RegExp]
> = {
  'a catalogue that is a folder': [
    de,
    () => {
      rmSync(path(de));
      mkdirSync(path(de));
    },
    /^i18n\/de\/docs\/sockets\.po:1: this is not a file;/,
  ],
  'a catalogue in a circle of links': [
    de,
    () => {
      rmSync(path(de));
      symlinkSync('sockets.po', path(de));
    },
    /^i18n\/de\/docs\/sockets\.po:1: this file can't be read \(ELOOP/,
  ],
  'a link to a catalogue elsewhere': [
    de,
    () => {
      renameSync(path(de), join(outside, 'sockets.po'));
      symlinkSync(join(outside, 'sockets.po'), path(de));
    },
    /^i18n\/de\/docs\/sockets\.po:1: this is a link that leads out of the site, to /,
  ],
  'a link to nothing elsewhere': [
    de,
    () => {
      rmSync(path(de));
      symlinkSync(join(outside, 'sockets.po'), path(de));
    },
    /^i18n\/de\/docs\/sockets\.po:1: this file can't be read \(ENOENT/,
  ],
  'a folder that is a link elsewhere': [
    zh,
    () => {
      rmSync(path('i18n/zh-Hans'), { recursive: true });
      symlinkSync(outside, path('i18n/zh-Hans'));
    },
    /^i18n\/zh-Hans\/docs\/sockets\.po:1: this is a link that leads out of the site/,
  ],
  'a catalogue with an open quote': [
    de,
    () => site.edit(de, 'msgstr "Sockets"', 'msgstr "Sockets'),
    /^i18n\/de\/docs\/sockets\.po:16: msgstr is not followed by a text/,
  ],
  'a page whose MDX is broken': [
    'docs/sockets.mdx',
    () => site.edit('docs/sockets.mdx', 'Call', 'Call {1 +}'),
    /^docs\/sockets\.mdx:8: this page can't be parsed \(Could not parse expression/,
  ],
  'a page with an element that is not closed': [
    'docs/sockets.mdx',
    () => site.edit('docs/sockets.mdx', 'Call', 'Call <b>'),
    /^docs\/sockets\.mdx:8: this page can't be parsed \(Expected a closing tag/,
  ],
  'a page whose front matter is broken': [
    'docs/sockets.mdx',
    () => site.edit('docs/sockets.mdx', 'title: ', 'title: ['),
    /^docs\/sockets\.mdx:3: this page can't be parsed \(/,
  ],
  'a page in another encoding': [
    'docs/sockets.mdx',
    () =>
      writeFileSync(
        path('docs/sockets.mdx'),
        Buffer.from('---\ntitle: Sockets\n---\n\nGr\u00fc\u00dfe\n', 'latin1'),
      ),
    /^docs\/sockets\.mdx:5: this byte is not UTF-8; there is 0xFC/,
  ],
};

describe.each(Object.entries(breakages))(
  '%s',
  (_name, [file, make, problem]) => {
    test("is reported by every command and doesn't affect other files", async () => {
      site.edit('docs/other.mdx', 'Other words.', 'Other words.\n\nNew words.');
      make();
      // Unreadable pages keep their catalogues.
      const kept = file.endsWith('.mdx') ? [de, zh] : [file];
      const before = kept.map(textOf);
      const checked = await typed('check');
      expect(checked.status).toBe(1);
      expect(checked.complaints).toContainEqual(expect.stringMatching(problem));
      expect(checked.complaints).toContainEqual(
        expect.stringMatching(/^docs\/other\.mdx:7: this text is not in /),
      );
      for (const line of ['status', 'update', 'sign --locale de --by Ana']) {
        // Commands usually run in separate processes; gray-matter caches the text and throws only once.
        if (site.text('docs/sockets.mdx').includes('['))
          site.edit('docs/sockets.mdx', '[', '[ ');
        const { status, complaints } = await typed(line);
        expect([line, status]).toEqual([line, 1]);
        expect(complaints).toContainEqual(expect.stringMatching(problem));
      }
      expect(site.text(other)).toContain('New words.');
      expect(site.text(other)).toContain('X-Translated-By: Ana');
      expect(kept.map(textOf)).toEqual(before);
      // No command has written outside of the site.
      expect(
        readdirSync(outside).filter((name) => name !== 'sockets.po'),
      ).toEqual([]);
      if (existsSync(join(outside, 'sockets.po')))
        expect(readFileSync(join(outside, 'sockets.po'), 'utf8')).not.toContain(
          'Ana',
        );
    });
  },
);

function textOf(file: string): string | undefined {
  try {
    return site.text(file);
  } catch {
    return undefined;
  }
}

test('an unreadable page keeps its catalogue', async () => {
  site.edit('docs/sockets.mdx', 'Call', 'Call {1 +}');
  const { complaints } = await typed('check');
  expect(complaints.join('\n')).not.toContain('no page of this name');
});

test.each([
  ['a folder', (file: string) => mkdirSync(file), 1, /this is not a file/],
  [
    'a link in a circle',
    (file: string) => symlinkSync('glossary.json', file),
    1,
    /can't be read \(ELOOP/,
  ],
  [
    'in another encoding',
    (file: string) =>
      writeFileSync(file, Buffer.from('[\n"\u00fc"]', 'latin1')),
    2,
    /not UTF-8; there is 0xFC/,
  ],
])('a glossary that is %s is reported', async (_name, make, line, problem) => {
  make(path(glossary));
  const { complaints } = await typed('check');
  const own = complaints.filter((text) => text.startsWith(`${glossary}:`));
  expect(own).toEqual([expect.stringMatching(problem)]);
  expect(own[0]).toMatch(new RegExp(`^${glossary}:${line}: `));
});

test("a new language isn't written through a link", async () => {
  symlinkSync(outside, path('i18n/fr'));
  const { complaints } = await typed('add fr');
  expect(complaints.at(-1)).toMatch(
    /^i18n\/fr\/glossary\.json:1: this is a link that leads out of the site/,
  );
  expect(readdirSync(outside)).toEqual([]);
});

test('links within the site are followed', async () => {
  renameSync(path('i18n/de'), path('i18n/german'));
  symlinkSync('german', path('i18n/de'));
  site.edit('docs/other.mdx', 'Other words.', 'Other words.\n\nNew words.');
  expect(await typed('update')).toMatchObject({ status: 0, complaints: [] });
  expect(site.text('i18n/german/docs/other.po')).toContain('New words.');
});

describe('control characters are never printed', () => {
  const escape = '\u001b]0;title\u0007\u001b[2J\u202e\u0085';

  test.each(['check', 'status --todo de --diff', 'update --diff'])(
    'from %s',
    async (line) => {
      site.edit('docs/other.mdx', 'Other words.', `Other words, ${escape}.`);
      site.edit(de, '"Sockets"', `"Sockets ${escape}"`);
      site.edit(de, '"Sockets öffnen"', `"Öffnen \\033[2J"`);
      site.edit(other, 'msgstr ""\n\n', `msgstr ""\n\nnonsense ${escape}\n\n`);
      site.write(`i18n/de/docs/a${escape.replaceAll('/', '')}.po`, '');
      for (const colour of [true, false]) {
        const { output, complaints } = await typed(line, colour);
        const all = [...output, ...complaints].join('\n');
        expect(all).toContain('\\u001b]0;title\\u0007\\u001b[2J\\u202e\\u0085');
        const styles = /\u001b\[(?:31|32|39|4|9|24|29)m/g;
        expect(colour ? all.replaceAll(styles, '') : all).not.toMatch(
          /[\p{Cc}\p{Cf}](?<!\n)/u,
        );
      }
    },
  );

  test('JSON output stays valid', async () => {
    site.edit('docs/other.mdx', 'Other words.', `Other words, ${escape}.`);
    const { output } = await typed('status --todo de --json');
    expect(output.join('\n')).not.toMatch(/[\p{Cc}\p{Cf}](?<!\n)/u);
    expect(JSON.stringify(JSON.parse(output.join('\n')))).toContain('\u202e');
  });
});

test.each([
  ['de', 'zh_Hans', false],
  ['de', 'nonsense!', false],
  ['zh-Hans', 'zh_Hant', false],
  ['zh-Hans', 'zh_CN', true],
  ['de', 'de_AT', true],
])(
  'the header in %s/ may contain %s: %s',
  async (locale, language, allowed) => {
    const file = `i18n/${locale}/docs/other.po`;
    site.edit(file, /Language: \w+/, `Language: ${language}`);
    const { complaints } = await typed('check');
    expect(complaints.filter((line) => line.startsWith(`${file}:`))).toEqual(
      allowed
        ? []
        : [
            expect.stringMatching(
              new RegExp(
                `^${file}:7: this catalogue is in another language than its folder; there is "${language}"`,
              ),
            ),
          ],
    );
  },
);

test('a line of a megabyte is refused with its location', async () => {
  site.edit(
    other,
    'msgid "Other words."\nmsgstr ""',
    `msgid "Other words."\nmsgstr "${'<b>a '.repeat(2 ** 18)}"`,
  );
  for (const line of ['update', 'status']) await typed(line);
  const { complaints } = await typed('check');
  expect(complaints).toContainEqual(
    expect.stringMatching(
      /^i18n\/de\/docs\/other\.po:21: the translation is too long; it has 1310720 characters/,
    ),
  );
});
