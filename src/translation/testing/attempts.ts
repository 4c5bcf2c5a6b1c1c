/** A malicious or broken translation. */
export interface Attempt {
  /** The English source. */
  english: string;
  translation: string;
  locale?: string;
  /** Why it is accepted: it can't be distinguished from a correct translation. */
  passes?: string;
}

/** Attempts of one kind. */
export interface AttemptGroup {
  /** Name in the README's table. */
  name: string;
  attempts: readonly Attempt[];
}

/** Creates attempts for one English text. */
function of(english: string, ...translations: string[]): Attempt[] {
  return translations.map((translation) => ({ english, translation }));
}

function inCode(
  language: string,
  code: string,
  ...translations: string[]
): Attempt[] {
  return of(`\`\`\`${language}\n${code}\n\`\`\``, ...translations);
}

const definitions = '\n\n[=open]: a.json#b "open"\n[=url]: a.json#url';
const proof = 'An unknown URL [opens and is silent][=open].';
const link = 'See [the docs](https://a.example/b) first.';
const text = 'Open a socket.';

/** All attempts by kind. */
export const attemptGroups: readonly AttemptGroup[] = [
  {
    name: 'Empty or hide a part',
    attempts: [
      ...of(
        proof + definitions,
        ...['.', '…', '-', '&nbsp;', '&#160;', ' ', '1', '“”', '😀'].map(
          (words) => `[${words}][=open] antwortet er immer.`,
        ),
        '[][=open] antwortet er immer.',
        '[=open] antwortet er immer.',
      ),
      ...of(
        `This [is a sentence of more than twenty letters][=open].${definitions}`,
        'Das [x][=open].',
      ),
      ...of(
        link,
        ...['', ' ', '&nbsp;', '&#x20;', '.', '\u00a0', '\u2003', '1'].map(
          (words) => `Siehe zuerst [${words}](https://a.example/b) die Doku.`,
        ),
      ),
      ...of(
        'See <a href="/a">the docs</a> first.',
        'Siehe zuerst <a href="/a"> </a> die Doku.',
        'Siehe zuerst <a href="/a">&nbsp;</a> die Doku.',
        'Siehe zuerst <a href="/a" /> die Doku.',
      ),
      ...of(
        'See [*the docs*](/a) first.',
        'Siehe zuerst die Doku [*.*](/a).',
        'Siehe zuerst *die Doku*[](/a).',
      ),
      ...of(
        'See ![a diagram](/a.png) first.',
        'Siehe zuerst ![](/a.png) das Bild.',
        'Siehe zuerst ![ ](/a.png) das Bild.',
      ),
      ...of('**Note:** open it.', '**.** Hinweis: öffne ihn.'),
      ...of('The *first* word.', 'Das *&#8239;* erste Wort.'),
      ...of(text, '.', '`', '…', '123', '&nbsp;', '&lt;&gt;', 'a\\\n'.slice(1)),
      ...of(
        'Words of a long sentence that says more than a letter could ever say.',
        'A.',
      ),
    ],
  },
  {
    name: 'Nest or move a part',
    attempts: [
      ...of(
        'See <a href="/a">the docs</a> and [more](/b).',
        '<a href="/a">Die Doku und [mehr](/b)</a>.',
        'Siehe [mehr und <a href="/a">die Doku</a>](/b).',
      ),
      ...of(
        'See [the docs](/a)[^1].\n\n[^1]: A note.',
        'Siehe [die Doku[^1]](/a).',
      ),
      ...of(
        'See [one](/a) and www.b.example now.',
        'Siehe [eins www.b.example](/a) nun.',
      ),
      ...of(
        `${proof} It answers \`send\`.${definitions}`,
        'Eine unbekannte URL [öffnet und schweigt, und antwortet `send`][=open].',
      ),
      ...of(
        `It [answers \`send()\` always][=open].${definitions}`,
        '`send()` [antwortet immer][=open].',
      ),
      ...of(
        `A <Term>word</Term> and a [=url].${definitions}`,
        'Ein <Term>Wort und [=url]</Term>.',
        'Ein <Term>Wort</Term> und [=urls].',
        'Ein <Term>Wort</Term> und [es][=url].',
        'Ein <Term>Wort</Term> und [=url] und [=open].',
      ),
      ...of('Both *here* and **there**.', 'Beides ***hier** und dort*.'),
      ...of('See [the `peer`](/a) there.', 'Siehe [dort](/a) den `peer`.'),
      ...of('See ~~this~~ and *that*.', 'Siehe *dies und ~~das~~*.'),
      ...of(
        'A <b>bold *word*</b> here.',
        'Ein <b>fettes</b> *Wort* hier.',
        'Ein *<b>fettes</b> Wort* hier.',
      ),
    ],
  },
  {
    name: 'Change code, keys or placeholders',
    attempts: [
      ...of(
        'Call <code>send()</code> now.',
        'Rufe nun <code>rm -rf /</code> auf.',
        'Rufe nun <code>Send()</code> auf.',
        'Rufe nun <code>send( )</code> auf.',
        'Rufe nun <code>s&#101;nd!()</code> auf.',
        'Rufe nun <code>**send()**</code> auf.',
      ),
      ...of(
        'Press <kbd>Ctrl</kbd> now.',
        'Drücke nun <kbd>Alt</kbd>.',
        'Drücke nun <kbd>Ctrl</kbd> <kbd>C</kbd>.',
      ),
      ...of('It prints <samp>ok</samp>.', 'Es gibt <samp>Fehler</samp> aus.'),
      ...of('Set <var>x</var>.', 'Setze <var>y</var>.'),
      ...of(
        'Run <span translate="no">npm start</span> now.',
        'Starte nun <span translate="no">npm stop</span>.',
      ),
      ...of('Call `send()` now.', 'Rufe nun `rm` auf.', 'Rufe nun send() auf.'),
      ...of(
        'Use \\{name} here.',
        'Nutze hier \\{nomen}.',
        'Nutze hier \\{name} \\{evil}.',
      ),
      ...of('Found %s items.', 'Gefunden.', '%s %s gefunden.', '%d gefunden.'),
      ...of('## Options', 'Optionen \\{#evil}'),
    ],
  },
  {
    name: 'Exchange links',
    attempts: [
      ...of(
        'It is tested with [Vitest](https://vitest.dev).',
        'Getestet mit [Vitest] (https://vitest.dev).',
        'Getestet mit Vitest, https://vitest.dev',
        'Getestet mit [https://vitest.dev](https://vitest.dev).',
        'Getestet mit [Vitest](https://vitest.dev/).',
        'Getestet mit [Vitest](https://v\u0456test.dev).',
        'Getestet mit [Vitest](//vitest.dev).',
        'Getestet mit [Vitest](https://vitest.dev "Titel").',
        'Getestet mit [Vitest][evil].',
        'Getestet mit [Vitest](javascript:alert).',
      ),
      ...of(
        'See https://a.example now.',
        'Siehe nun [hier](https://a.example).',
        'Siehe nun https://a.example.evil.',
      ),
      // The text of a link pretends that it leads elsewhere.
      ...of(
        'See [the docs](/a) first.',
        ...['https://evil.example', 'http://evil.example/x y', 'evil.example'],
        ...['www.evil.example', '&#x68;ttps://evil.example', 'ws://evil/'],
        ...['https:/\\/evil.example', 'die Doku auf docs.evil.example'],
      ).map((attempt) => ({
        ...attempt,
        translation: `Siehe zuerst [${attempt.translation}](/a).`,
      })),
      ...of(
        'See *the docs* first.',
        'Siehe zuerst ftp://evil.example/x.',
        'Siehe zuerst https:/*/evil.example*.',
      ),
      {
        english: 'See [the docs](/a) and [more](/b).',
        translation: 'Siehe [mehr](/a) und [die Doku](/b).',
        passes: 'only a reader can tell which link is which',
      },
    ],
  },
  {
    name: 'Begin a block',
    attempts: [
      ...of(
        text,
        ...['~~~', '~~~js', '```js', '# Titel', '###### Titel', '====', '---'],
        ...['***', '___', '* * *', '> Zitat', '- Punkt', '* Punkt', '+ Punkt'],
        ...['1. Punkt', '1) Punkt', '[x] fertig', '[ ] offen', '[a]: /b'],
        ...['[^1]: Fußnote', '| a | b |', 'a | b', '$$', '$$ x $$', '+++'],
        ...[':::note[Titel]', ':::danger Titel', '::: x', '::video[Film]'],
        ...["import x from 'y'", 'export const x = 1', "import 'y'"],
        ...['Wörter ##', 'Wörter #', '!!! note', '??? note', '%%%', '@@ x'],
        ...['---\na: b\n---', '+++\na = 1\n+++', 'Titel\n===', 'Titel\n---'],
        ...['Wort\n\nWort', 'Wort\n\n# Titel', '<div>\n\nWort\n\n</div>'],
        ...['<details>', '===', '::::tabs', '!!!', '--- Strich'],
      ),
      ...of('Open it.\\\nThen wait.', 'Öffne.\\\n# Titel', 'Öffne.\\\n- Punkt'),
      ...of('<Card title="A card" />', 'Karte\n- [Punkt](/b)', 'Karte\n'),
      ...of('# A title', '## Titel', '1. Titel', 'Titel ##', '[x] Titel'),
      ...of('- an item', '- ein Punkt', '[x] ein Punkt', '> ein Punkt'),
      ...of('| a cell |\n| - |\n| b |', '# Zelle', '| Zelle | mehr |'),
      ...of(':::note[A title]\n\nb\n\n:::', ':::note[Titel]', '# Titel'),
    ],
  },
  {
    name: 'Write invisible text',
    attempts: [
      ...of(
        text,
        ...['&ZeroWidthSpace;', '&zwnj;', '&zwj;', '&shy;', '&NoBreak;'],
        ...['&lrm;', '&rlm;', '&#8203;', '&#x200B;', '&#x200b;', '&#0;'],
        ...['&ApplyFunction;', '&ic;', '&af;', '&it;', '&InvisibleComma;'],
        ...['&#xFE00;', '&#xAD;', '&#x2028;', '&#x3164;', '&#xE0041;'],
        ...[
          '\u200b',
          '\u200c',
          '\u200d',
          '\u00ad',
          '\u2060',
          '\ufeff',
          '\u034f',
        ],
        ...[
          '\u200e',
          '\u202a',
          '\u202e',
          '\u2066',
          '\u061c',
          '\ufe00',
          '\ufe0f',
        ],
        ...[
          '\u180e',
          '\u115f',
          '\u3164',
          '\uffa0',
          '\u2800',
          '\u17b4',
          '\ufffc',
        ],
        ...[
          '\u{e0041}',
          '\u{e0100}',
          '\u{1d159}',
          '\u{1d173}',
          '\u2061',
          '\u206a',
        ],
        ...[
          '\u0000',
          '\u001b[31m',
          '\u007f',
          '\u0085',
          '\u2028',
          '\u2029',
          '\r',
        ],
        ...['&#128;', '&#x9F;', '&#0133;', '&#x000080;'],
        ...['\u00a0\u00a0\u00a0', '\u3000\u3000\u3000', '&emsp;&ensp;&thinsp;'],
        ...['\ue000', '\u{f0000}', '\ufdd0', '\uffff', '\ud800', '\udc00'],
      ).map((attempt) => ({
        ...attempt,
        translation: `Öffne einen${attempt.translation} Socket.`,
      })),
    ],
  },
  {
    name: 'Write look-alike characters',
    attempts: [
      ...of(
        text,
        ...['S\u043ecket', 'Soc\u03bcet', '\u0405ocket', 'S\u0585cket'],
        ...[
          '\uff33ocket',
          'S\u{1d428}cket',
          '\u24c8ocket',
          'Soc\u212aet',
          '\ufb01x',
        ],
        ...[
          'S\u0254cket',
          'Sock\u01ddt\u01c3',
          'So\u0261ket',
          'S\u0131cket\u01c0',
        ],
        ...['Socket\u037e', 'Socket\uff1a', 'Socket\u2024', 'Socket\ufe52'],
        ...[
          '套接字',
          'ソケット',
          '소켓',
          'סוקט',
          'مقبس',
          'ซ็อกเก็ต',
          '\u0660\u0661',
        ],
        ...[
          'S\u0337\u0335o\u0336\u0321cket',
          's\u0336o\u0336c\u0336k\u0336e\u0336t\u0336',
        ],
        ...[
          'S\u030a\u030b\u030cocket',
          'S\u20ddocket\u20dd\u20dd',
          '\u0301\u0302 Socket',
        ],
        ...[
          '\u{1f130}ocket',
          '\u{118a0}ocket',
          '\u{10400}ocket',
          'Ꮪocket',
          'ꓢocket',
        ],
      ).map((attempt) => ({
        ...attempt,
        translation: `Öffne einen ${attempt.translation}.`,
      })),
      ...[
        {
          english: text,
          translation: 'Öffne einen Soc\u0137et.',
          passes: 'ķ is a Latin letter',
        },
        { english: text, translation: 'Откройте с\u006fкет.', locale: 'ru' },
        { english: text, translation: 'Άνοιξε s\u03bfcket.', locale: 'el' },
        { english: text, translation: '打开套接字\u0430。', locale: 'zh-Hans' },
        {
          english: text,
          translation: '打开 ｓｏｃｋｅｔ。',
          locale: 'zh-Hans',
        },
        ...['打开⼀个套接字。', '打开套接字，⼈。', '打开⺝套接字。'].map(
          (translation) => ({ english: text, translation, locale: 'zh-Hans' }),
        ),
        {
          english: text,
          translation: 'Öffne 1\u2236\u20442 Sockets.',
          passes: 'mathematics uses these characters',
        },
        { english: text, translation: 'ソケットを開\u200bく。', locale: 'ja' },
        { english: text, translation: 'افتح \u202eالمقبس.', locale: 'ar' },
        { english: text, translation: 'Ope\u200cn المقبس.', locale: 'fa' },
      ],
    ],
  },
  {
    name: 'Add HTML to the table of contents',
    attempts: [
      ['[the docs][docs]\n\n[docs]: /b', '[$ Doku][docs]'],
      ['[docs]\n\n[docs]: /b', '[Doku $][docs]'],
      ['[the *docs*][docs]\n\n[docs]: /b', '[die *$ Doku*][docs]'],
      ['![the docs](https://a.example/b.png)', '![$](https://a.example/b.png)'],
      ['![the docs][docs]\n\n[docs]: /b', '![Doku $][docs]'],
      [':abbr[the docs]{title="x"}', ':abbr[$]{title="x"}'],
      ['[the docs][=url]\n\n[=url]: a.json#url "x"', '[Doku $][=url]'],
    ].flatMap(([english = '', translation = '']) =>
      ['&lt;img src=x onerror=evil()&gt;', '\\<script>evil()\\</script>'].map(
        (html) => ({
          english: `## See ${english}`,
          translation: `Siehe ${translation.replace('$', html)}`,
        }),
      ),
    ),
  },
  {
    name: 'Break the layout',
    attempts: [
      ...of(
        text,
        `Öffne ${'x'.repeat(500)}.`,
        `Öffne${'\u00a0Wort'.repeat(100)}.`,
        `Öffne ${'ж'.repeat(500)}.`,
        `Öffne ${'Wort-'.repeat(100)}.`,
        `Öffne ${'Wort '.repeat(400)}.`,
        `Öffne${'\u2003'.repeat(200)}.`,
      ),
      ...inCode('ts', '// The list.\na();', 'x'.repeat(500)),
      ...of('| a cell |\n| - |\n| b |', 'Zelle'.repeat(60)),
      ...of(':::note[A title]\n\nb\n\n:::', 'Titel'.repeat(60)),
    ],
  },
  {
    name: 'Break out of a comment in code',
    attempts: [
      ...inCode(
        'html',
        '<!-- The list. -->\n<p>a</p>',
        ...['Die --> Liste', 'Die --!> Liste', '> Liste', '-> Liste', '--!>'],
        ...['Die Liste --', 'Die <!-- Liste', '<script>alert(1)</script>'],
      ),
      ...inCode('html', '<!--List-->\n<p>a</p>', '>Liste', '->Liste', '-Liste'),
      ...inCode(
        'php',
        '<?php\n// The list.\na();',
        ...['Die Liste ?> x', '?>', 'Die Liste\\'],
      ),
      ...inCode(
        'js',
        '/* The list. */\na();',
        ...[
          'Die */ b(); /* Liste',
          '/ b();',
          'Die Liste *',
          '*/',
          'Die\nListe',
        ],
      ),
      ...inCode('js', '// The list.\na();', 'Die\u2028b()', 'Die\rb()'),
      ...inCode('css', '/* The list. */\na {}', 'Die */ b {} /* Liste'),
      ...inCode(
        'tsx',
        'export const a = <p>{/* The list. */}</p>;',
        ...['Die */} fett {/*', 'Die }', '{evil}'],
      ),
      ...inCode('c', '// The list.\na();', 'Die Liste\\', 'Die Liste ??/'),
      ...inCode('java', '// The list.\na();', 'Die \\u000a b();', '\\u002a/'),
      ...inCode('sql', '-- The list.\nSELECT 1;', 'Die \\\nDROP', '; DROP --'),
      ...inCode('python', '# The list.\na()', 'Die \\'),
      ...inCode('bash', '# The list.\na', 'Die $(b)', 'Die `b`', '; b |'),
      ...inCode('lua', '--[[ The list. ]]\na()', 'Die ]] b() --[['),
      ...inCode('haskell', '{- The list. -}\na', 'Die -} b {-'),
      ...inCode('vue', '<!-- The list. -->\n<p>a</p>', 'Die --!> <b>'),
      ...inCode('svelte', '<!-- The list. -->\n<p>a</p>', 'Die {@html evil}'),
      ...inCode('jsonc', '// The list.\n{}', 'Die "a": 1}', '*/'),
      ...of('```ts title="My file"\na();\n```', '" source="//evil', 'a=b'),
    ],
  },
  {
    name: 'Instruct a tool in a comment',
    attempts: [
      ...inCode(
        'ts',
        '// The list.\na();',
        ...['@ts-nocheck', '@ts-ignore', '@ts-expect-error', '@jsx evil'],
        ...['@jsxImportSource evil', '@license MIT, evil', '@flow', '@format'],
        ...['eslint-disable', 'eslint-disable-next-line', 'eslint a: 0'],
        ...['global evil', 'prettier-ignore', 'biome-ignore lint: x'],
        ...['istanbul ignore next', 'c8 ignore next', 'v8 ignore start'],
        ...['tslint:disable', 'deno-lint-ignore', 'stylelint-disable'],
        ...['#region x', 'region x', '#endregion', 'highlight-next-line'],
        ...[
          '# sourceMappingURL=evil',
          '#__PURE__',
          '@__PURE__',
          '@vite-ignore',
        ],
        ...[
          'webpackIgnore: true',
          '/ <reference path="x" />',
          'cspell:disable',
        ],
        ...['oxlint-disable', 'oxlint-disable-next-line no-console'],
        ...['knip-ignore', 'i18n-ignore-next', 'pyre-ignore', 'snyk-disable'],
        ...['turbopackIgnore: true', 'renovate: x', 'CHECKSTYLE:OFF', 'NOPMD'],
        ...['TypeScript: ignore', 'ReSharper disable All', 'nosemgrep'],
        ...['noinspection JSUnusedLocalSymbols', 'sourcery skip', 'x-ignore'],
        ...['vitest-environment jsdom', 'error-next-line', 'focus-start'],
        ...['Liste @ts-ignore', 'Liste NOSONAR', 'vim: set ft=x', '-*- x -*-'],
      ),
      ...inCode(
        'docker',
        '# The list.\nFROM a',
        ...['syntax=evil/x', 'syntax = evil', 'escape=`', 'check=skip=all'],
        ...['hadolint ignore=DL3006'],
      ),
      ...inCode(
        'python',
        '# The list.\na()',
        ...['noqa', 'type: ignore', 'coding: latin-1', 'nosec', 'fmt: off'],
        ...['ty: ignore', 'cython: boundscheck=x', 'distutils: language=c++'],
        ...['pylint: disable=all', 'mypy: ignore-errors', 'pragma: no cover'],
      ),
      ...inCode(
        'go',
        '// The list.\na()',
        'go:build evil',
        'nolint',
        '+build x',
      ),
      ...inCode(
        'bash',
        '# The list.\na',
        '!/bin/evil',
        'shellcheck disable=all',
      ),
      ...inCode('ruby', '# The list.\na', 'frozen_string_literal: true'),
      ...inCode('yaml', '# The list.\na: b', 'yaml-language-server: $schema=x'),
      ...inCode(
        'html',
        '<!-- The list. -->\n<p>a</p>',
        ...['[if IE]> x', '#include virtual="x"', 'prettier-ignore'],
      ),
      ...inCode('ts', '/** @param a the list */\na();', '@ts-nocheck a Liste'),
    ],
  },
];
