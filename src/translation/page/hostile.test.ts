import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { type CheerioAPI, load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { newCatalogue, newEntry } from '../catalogue/catalogue.ts';
import { interfaceText, remarkTranslation } from '../index.ts';
import { printPo, readPo } from '../catalogue/po.ts';
import { parsePage } from './read-page.ts';
import { renderPage } from '../testing/docusaurus-page.ts';
import { german } from '../testing/translated-page.ts';
import { processorTime } from '../testing/processor-time.ts';
import { textProblem, translateText } from './translate-text.ts';
import { translateTree } from './translate-tree.ts';

let root: string;
let warnings: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => {
    warnings.push(line);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const options = () => ({
  root,
  docsDir: 'docs',
  catalogueDir: 'i18n',
  defaultLocale: 'en',
  locale: 'de',
});

function write(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Renders paragraphs through the plugin, each with its translation from a catalogue on disk. */
async function page(
  pairs: readonly (readonly [english: string, translation: string])[],
): Promise<CheerioAPI> {
  const entries = pairs.map(([id, text]) => ({ ...newEntry(id), text }));
  const catalogue = newCatalogue('page.po', newEntry(''), entries);
  write('i18n/de/docs/page.po', printPo(catalogue));
  const source = pairs.map(([english]) => `${english}\n`).join('\n');
  const { html } = await renderPage(source, {
    path: join(root, 'docs/page.mdx'),
    plugins: [[remarkTranslation, options()]],
  });
  return load(html, null, false);
}

/** Expects that each translation is refused and the following paragraph is translated. */
async function expectAllRefused(
  translations: readonly string[],
  english: (index: number) => string,
  words: string,
): Promise<void> {
  const $ = await page(
    translations.flatMap((translation, index) => [
      [english(index), translation],
      [`Another paragraph ${index}.`, `Ein anderer Absatz ${index}.`],
    ]),
  );
  const lines = warnings.filter((line) =>
    line.startsWith('[translation] i18n/de/docs/page.po:'),
  );
  expect(lines).toHaveLength(translations.length);
  const paragraphs = $('p');
  translations.forEach((translation, index) => {
    const shown = $(paragraphs[2 * index]);
    expect([translation, shown.text()]).toEqual([
      translation,
      expect.stringContaining(words.replace('#', String(index))),
    ]);
    expect($(paragraphs[2 * index + 1]).text()).toBe(
      `Ein anderer Absatz ${index}.`,
    );
  });
  expect($.html()).not.toMatch(/alert|evil|script/i);
  expect(Reflect.has(globalThis, 'evil')).toBe(false);
}

test('code is refused', async () => {
  await expectAllRefused(
    [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<img src="x" onerror="alert(1)" />',
      '<Term onClick={() => alert(1)}>Words</Term>',
      '<Term {...alert(1)}>Words</Term>',
      '<a href="javascript:alert(1)">Words</a>',
      '<style>{`* { background: url(https://evil.example) }`}</style>',
      'Words {alert(1)}',
      'Words {`${alert(1)}`}',
      'Words {(() => { globalThis.evil = true; })()}',
      'Words {<script>alert(1)</script>}',
      'Words {',
      'Words }}} {',
      'Words <',
      '<!-- alert -->',
      '<!DOCTYPE evil>',
      '<?evil ?>',
      ':evil[Words]{onclick="alert(1)"}',
      '{/* alert(1) */}',
    ],
    (index) => `Words here ${index}.`,
    'Words here #.',
  );
});

test('attributes are taken from the English', async () => {
  await expectAllRefused(
    [
      'Ein <Term of={alert(1)}>Begriff</Term>.',
      'Ein <Term of={1 + 1} onClick={alert}>Begriff</Term>.',
      'Ein <Term of={1 + 1} {...alert()}>Begriff</Term>.',
      'Ein <Term of="{1 + 1}" evil>Begriff</Term>.',
      'Ein <evil of={1 + 1}>Begriff</evil>.',
      'Ein <Term of={1 + 1} />.',
    ],
    (index) => `A <Term of={1 + 1}>term</Term> ${index}.`,
    'A term #.',
  );
});

test('blocks and modules are refused', async () => {
  await expectAllRefused(
    [
      "import evil from 'evil'\n\nexport const words = alert(1)",
      'export const evil = alert(1)',
      '---\nevil: alert(1)\n---',
      ':::evil\nWords\n:::',
      '# Words\n\n- alert\n\n> words\n\n| a |\n| - |',
    ],
    (index) => `Words here ${index}.`,
    'Words here #.',
  );
});

test('escaped syntax is text', async () => {
  const translations = [
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '\\<script>alert(1)\\</script>',
  ];
  const $ = await page(
    translations.map((text, index) => [`Words here ${index}.`, text]),
  );
  expect(warnings).toEqual([]);
  expect($('p')).toHaveLength(translations.length);
  expect($('*').not('p')).toHaveLength(0);
});

test('an attribute stays text', async () => {
  const source = ['One', 'Two'];
  const translations = ['x" onmouseover="alert(1)', "x' onmouseover='alert(1)"];
  write(
    'i18n/de/docs/page.po',
    printPo(
      newCatalogue(
        'page.po',
        newEntry(''),
        source.map((id, index) => ({
          ...newEntry(id, 'title'),
          text: translations[index] ?? '',
        })),
      ),
    ),
  );
  const { html } = await renderPage(
    source.map((title) => `<Card title="${title}" />\n`).join('\n'),
    {
      path: join(root, 'docs/page.mdx'),
      plugins: [[remarkTranslation, options()]],
    },
  );
  const cards = load(html)('site-element').toArray();
  expect(cards.map(({ attribs }) => attribs['title'])).toEqual(translations);
  for (const { attribs } of cards)
    expect(Object.keys(attribs)).not.toContain('onmouseover');
});

const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#115;cript:alert(1)',
  'javascript&colon;alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  '&#1;javascript:alert(1)',
  '<java\tscript:alert(1)>',
  '< javascript:alert(1)>',
  '<javascript:alert(1)>',
  'javascript:/*https://example.org/docs*/alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'DATA:text/html,alert',
  'vbscript:evil',
  'https://evil.example/docs',
  'https://example.org/docs#evil',
  'https://example.org@evil.example/docs',
  '//evil.example/docs',
];

test('a URL that the English lacks is refused', async () => {
  await expectAllRefused(
    [
      ...addresses.map((address) => `Siehe [die Doku](${address}).`),
      ...addresses.map((address) => `Siehe ![die Doku](${address}).`),
      'Siehe [die Doku](https://example.org/docs) und https://evil.example.',
      'Siehe [die Doku](https://example.org/docs) und www.evil.example.',
      'Siehe [die Doku](https://example.org/docs) und me@evil.example.',
      'Siehe [die Doku](https://example.org/docs "Titel, evil").',
      'Siehe [](https://example.org/docs) die evil Doku.',
      'Siehe [die Doku].\n\n[die Doku]: https://evil.example',
      'Siehe <https://evil.example>.',
    ],
    (index) => `See [the docs](https://example.org/docs) ${index}.`,
    'See the docs #.',
  );
});

test('a URL is refused if the English has none', async () => {
  await expectAllRefused(
    addresses.flatMap((address) => [
      `[Wörter](${address}) hier.`,
      `![Wörter](${address}) hier.`,
    ]),
    (index) => `Words here ${index}.`,
    'Words here #.',
  );
});

test.each([
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['<img src=x onerror=alert(1) ', '<img src=x onerror=alert(1) '],
  ['<b>Wörter</b>', '</b>'],
  ['<!-- Wörter', '<!-- Wörter'],
])('the interface contains no additional HTML: %s', (html, first) => {
  const text = JSON.stringify(`Wörter ${html}`);
  write(
    'i18n/de/interface.po',
    `msgctxt "footer"\nmsgid "Words"\nmsgstr ${text}\n`,
  );
  const textOf = interfaceText(options(), { footer: 'Words' });
  expect(textOf('footer')).toBe('Words');
  expect(warnings).toEqual([
    `[translation] i18n/de/interface.po:3: the translation has an HTML tag that the English lacks; there is ${first}; remove it.`,
  ]);
});

test('the interface is compared with the English of the code, not with its msgid', () => {
  const evil = 'x <script>window.evil=1</script>';
  const entry = (context: string, id: string, text: string) =>
    `msgctxt ${JSON.stringify(context)}\nmsgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n`;
  write(
    'i18n/de/interface.po',
    [
      entry('footer', evil, evil),
      entry('unknown', evil, evil),
      entry('__proto__', evil, evil),
      entry('constructor', evil, evil),
    ].join('\n'),
  );
  const text = interfaceText(options(), { footer: 'Words' });
  expect(text('footer')).toBe('Words');
  expect(warnings).toEqual([
    `[translation] i18n/de/interface.po:3: "footer" has another text in English; it is "Words", and the msgid is "${evil}"; run npm run i18n update.`,
  ]);
});

describe('a backslash that the English lacks', () => {
  const textOf = (id: string, text: string) =>
    translateText({ ...newEntry(id), text }, german, () => undefined);
  const problemOf = (id: string, text: string) =>
    textProblem({ ...newEntry(id), text }, german);

  test('is refused in plain text, which becomes a string in a script', () => {
    for (const text of [
      String.raw`Räume\\'-evil(),//`,
      String.raw`Räume \u003cb>`,
      'Räume\\',
    ])
      expect(textOf('Rooms', text)).toBeUndefined();
    expect(textOf(String.raw`Split at \n`, String.raw`An \n teilen`)).toBe(
      String.raw`An \n teilen`,
    );
  });

  test('is refused in a heading in any notation', () => {
    for (const text of [
      String.raw`Räume\\\\'-evil(),//`,
      String.raw`Räume&#92;&#x5C;'-evil(),//`,
      String.raw`Räume&bsol;&bsol;'-evil(),//`,
      String.raw`Räume \evil`,
    ])
      expect(problemOf('Rooms', text)).toMatch(
        /^the translation has a backslash/,
      );
  });

  test("doesn't affect escapes, hard breaks and code spans", () => {
    for (const text of [
      String.raw`Räume \*und\* \[mehr\]`,
      'Räume\\\nund mehr',
      'Räume `a\\b`',
    ])
      expect(problemOf('Rooms', text)).toBeUndefined();
  });
});

describe('a large text is processed quickly', { timeout: 60_000 }, () => {
  const long = `Words ${'of a long paragraph '.repeat(100)}here.`;
  const megabyte = 2 ** 20;

  /** Returns the result for a translation of a paragraph, and its processor time. */
  async function judge(
    english: string,
    text: string,
  ): Promise<{ problems: string[]; milliseconds: number }> {
    const tree = await parsePage('page.mdx', english, []);
    const catalogue = newCatalogue('page.po', newEntry(''), [
      { ...newEntry(english), text },
    ]);
    const start = processorTime();
    const problems = translateTree(tree, english, {
      catalogue,
      sourceLanguage: 'en',
      characters: german,
    });
    return {
      problems: problems.map((problem) => problem.message),
      milliseconds: processorTime() - start,
    };
  }

  test.each(['a', ' ', '*', '[', '{', '<', '\\', '&', '你', 'http://'])(
    'a megabyte of %j',
    async (piece) => {
      const text = piece.repeat(megabyte / piece.length);
      const { problems, milliseconds } = await judge('Words here.', text);
      expect(problems).toEqual([
        `the translation is too long; it has ${text.length} characters, the English 11; shorten it to at most 1110.`,
      ]);
      expect(milliseconds).toBeLessThan(1000);
    },
  );

  const nested = [
    ...['[', '![', '*', '_', '**', '*a ', 'a* ', '_a ', '*a', '~', '~~a ', '`'],
    ...['``a ', '{', '{(', '<b>', '<b ', '<', '[a](', '[a][', '[^', ':a[', ']'],
    ...[':a{', '*a _b ', '([*_', '](', '<b>{'],
  ];
  test.each(nested)('ten thousand times %j', async (piece) => {
    // Long enough to be refused only for its nesting.
    const english = long.repeat(4);
    const text = `Words ${piece.repeat(10_000)}`;
    const { problems, milliseconds } = await judge(english, text);
    expect(problems).toEqual([
      expect.stringMatching(
        /^the translation has too many brackets and marks of emphasis; it has \d+, the English 0; remove those that the msgid lacks\.$/,
      ),
    ]);
    expect(milliseconds).toBeLessThan(1000);
  });

  const flat = [
    ...['&', '\\', '"', "'", ')', '}', '>', '!', ':', ':a', '@', 'a@', 'a.'],
    ...['www.', '&#', '&a', 'http://', 'https://a', '-', '#', '|', '%s', '你'],
    ...['😀', 'a\\\n', ' \n', '\t', 'xn--'],
  ];
  test.each(flat)('%j as often as possible', async (piece) => {
    const count = Math.floor((10 * long.length) / piece.length);
    const { milliseconds } = await judge(long, `A ${piece.repeat(count)} b`);
    expect(milliseconds).toBeLessThan(4000);
  });

  test('a megabyte in a catalogue on disk', async () => {
    const start = processorTime();
    await expectAllRefused(
      ['"evil \\'.repeat(megabyte / 7)],
      () => 'Words here.',
      'Words here.',
    );
    expect(processorTime() - start).toBeLessThan(5000);
  });

  test('a megabyte in one line of a catalogue', () => {
    const text = '\\n\\"'.repeat(megabyte / 4);
    const { byKey, problems } = readPo(
      `msgid "Words"\nmsgstr "${text}"\n\nmsgid "B"\nmsgstr "${text}\n`,
      'page.po',
    );
    expect(problems).toHaveLength(1);
    expect(byKey.get('Words')?.text).toHaveLength(megabyte / 2);
  });
});
