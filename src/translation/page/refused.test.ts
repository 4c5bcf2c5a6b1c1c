import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';

import { characterRules } from '../style/character-rules.ts';
import { glossaryProblem } from '../style/glossary.ts';
import { readPo } from '../catalogue/po.ts';
import { formatProblem } from '../problem.ts';
import { chineseProblem } from '../style/chinese.ts';
import { germanProblem } from '../style/german.ts';
import {
  catalogueWith,
  german,
  messagesOf,
  translatedPage,
} from '../testing/translated-page.ts';

const definitions = `
[guide]: https://example.org/guide
[other]: https://example.org/other
[=url]: chat.json#url
[=exit]: chat.json#exit "1"

[^1]: 1
[^2]: 2
`;

const chinese = characterRules({ locale: 'zh-Hans', defaultLocale: 'en' });

/** Name, English, translation, and problem. */
type Row = [
  what: string,
  english: string,
  translation: string,
  problem: string,
];

const asWritten = 'write it as the msgid does.';
const orEscape =
  'remove it, or escape it with a backslash if it is meant as text.';

const rows: Row[] = [
  [
    'a lost code span',
    'Call `send()` now.',
    'Rufe send() auf.',
    `the translation lost the code span \`send()\`; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'a code span that stands once instead of twice',
    '`a` or `a`.',
    'Nur `a`.',
    `the translation lost the code span \`a\`; the English has it 2 times, the translation once; ${asWritten}`,
  ],
  [
    'full-width characters inside code',
    'Call `send(a)` now.',
    '现在调用 `send（a）`。',
    `the translation changed the code span \`send(a)\`; there is \`send（a）\` instead; ${asWritten}`,
  ],
  [
    'full-width letters inside code',
    'Call `send` now.',
    '现在调用 `ｓｅｎｄ`。',
    'the translation has a character that imitates another; there is U+FF53 (ｓ) after "现在调用 `"; write the one that a keyboard has.',
  ],
  [
    'code that the English has not',
    'Call it now.',
    'Rufe `es` auf.',
    `the translation has a code span that the English lacks; there is \`es\`; ${orEscape}`,
  ],
  [
    'a bare address, which is shown as it is written',
    'See [it](https://example.org/a).',
    'Siehe [es](https://example.org/a) und www.evil.example.',
    `the translation has a bare URL that the English lacks; there is www.evil.example; ${orEscape}`,
  ],
  [
    'a lost bare address',
    'Write to me@example.org.',
    'Schreib mir.',
    `the translation lost the bare URL me@example.org; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'another address in place of a bare one',
    'See www.example.org.',
    'Siehe [hier](http://www.example.com).',
    `the translation lost the bare URL www.example.org; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'another URL',
    'See [it](https://example.org/a).',
    'Siehe [es](https://example.org/b).',
    `the translation changed the URL https://example.org/a; there is https://example.org/b instead; ${asWritten}`,
  ],
  [
    'a link without words',
    'See [it](https://example.org/a).',
    'Siehe [](https://example.org/a) es.',
    'the translation leaves the URL https://example.org/a without its words; there is ""; write the words in it that the English has there.',
  ],
  [
    'a title of a link',
    'See [it](https://example.org/a).',
    'Siehe [es](https://example.org/a "Titel").',
    `the translation has a title of a link that the English lacks; there is "…"; ${orEscape}`,
  ],
  [
    'a lost title of an image',
    'See ![it](https://example.org/a "Title") here.',
    'Siehe hier ![es](https://example.org/a).',
    `the translation lost the title of an image "…"; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'another reference',
    'See [it][guide].',
    'Siehe [es][other].',
    `the translation changed the link reference [guide]; there is [other] instead; ${asWritten}`,
  ],
  [
    'another value',
    'At [=url].',
    'Unter [=exit].',
    `the translation changed the reference [=url]; there is [=exit] instead; ${asWritten}`,
  ],
  [
    'a lost value',
    'At [=url] here.',
    'Hier.',
    `the translation lost the reference [=url]; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'a value that the page does not define',
    'It is here.',
    'Es steht unter [=ur].',
    `the translation has a reference that the English lacks; there is [=ur]; ${orEscape}`,
  ],
  [
    'words bound to another value',
    'It [exits][=exit].',
    'Es [endet][=url].',
    `the translation changed the reference […][=exit]; there is […][=url] instead; ${asWritten}`,
  ],
  [
    'a value in place of the words that rest on it',
    'It [exits][=exit].',
    'Es [=exit].',
    `the translation changed the reference […][=exit]; there is [=exit] instead; ${asWritten}`,
  ],
  [
    'bound words that are empty',
    'It [exits at once][=exit].',
    'Es endet sofort [.][=exit]',
    'the translation leaves the reference […][=exit] without its words; there is "."; write the words in it that the English has there.',
  ],
  [
    'another image',
    'See ![it](https://example.org/a) here.',
    'Siehe hier ![es](https://example.org/b).',
    `the translation changed the image https://example.org/a; there is https://example.org/b instead; ${asWritten}`,
  ],
  [
    'a lost image by reference',
    'See ![it][guide] here.',
    'Siehe es hier.',
    `the translation lost the image [guide]; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'another element',
    'A <Term of="x">peer</Term>.',
    'Ein <Badge of="x">Peer</Badge>.',
    `the translation changed the JSX tag <Term of="x">; there is <Badge of="x"> instead; ${asWritten}`,
  ],
  [
    'another attribute',
    'A <Term title="Title">peer</Term>.',
    'Ein <Term title="Titel">Peer</Term>.',
    `the translation changed the JSX tag <Term title="Title">; there is <Term title="Titel"> instead; ${asWritten}`,
  ],
  [
    'an element without its words',
    'A <Term of="x">peer</Term>.',
    'Ein <Term of="x"></Term> Peer.',
    `the translation changed the JSX tag <Term of="x">; there is <Term of="x" /> instead; ${asWritten}`,
  ],
  [
    'a tag that is not closed',
    'A <Term of="x">peer</Term>.',
    'Ein <Term of="x">Peer.',
    'the translation is not one line of Markdown; Expected a closing tag for `<Term>` (1:5-1:18) before the end of `paragraph`; close every tag and brace as the msgid does.',
  ],
  [
    'another expression',
    'It is {1 + 1}.',
    'Es ist {1 + 2}.',
    `the translation changed the expression {1 + 1}; there is {1 + 2} instead; ${asWritten}`,
  ],
  [
    'an expression of its own',
    'It is so.',
    'Es ist {so}.',
    `the translation has an expression that the English lacks; there is {so}; ${orEscape}`,
  ],
  [
    'a lost placeholder',
    'It has %s left.',
    'Es hat noch welche.',
    'the translation lost the placeholder %s; the English has it once, the translation not at all; write it as the msgid does.',
  ],
  [
    'a placeholder of its own',
    'It has some.',
    'Es hat %1$s.',
    'the translation has a placeholder that the English lacks; there is %1$s; remove it.',
  ],
  [
    'another footnote',
    'A note[^1].',
    'Eine Notiz[^2].',
    `the translation changed the footnote [^1]; there is [^2] instead; ${asWritten}`,
  ],
  [
    'lost emphasis',
    'It is *very* so.',
    'Es ist sehr so.',
    `the translation lost the emphasis *…*; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'emphasis of its own',
    'It is very so.',
    'Es ist *sehr* so.',
    `the translation has an emphasis that the English lacks; there is *…*; ${orEscape}`,
  ],
  [
    'lost strong emphasis',
    'It is **very** so.',
    'Es ist sehr so.',
    `the translation lost the strong emphasis **…**; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'a lost deletion',
    'It is ~~not~~ so.',
    'Es ist nicht so.',
    `the translation lost the deletion ~~…~~; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'a lost line break',
    'One\\\ntwo.',
    'Eins zwei.',
    `the translation lost the line break \\; the English has it once, the translation not at all; ${asWritten}`,
  ],
  [
    'a directive',
    'It is so.',
    'Es ist :so[so]{a="b"}.',
    `the translation has a directive that the English lacks; there is :so[…][["a","b"]]; ${orEscape}`,
  ],
  [
    'two paragraphs',
    'It is so.',
    'Es ist\\\n\nso.',
    'the translation has a line break that the English lacks; there is \\; remove it.',
  ],
  [
    'nothing but a blank',
    'It is so.',
    ' &nbsp; ',
    'the translation has no words; there is " &nbsp; "; write some, or leave the msgstr empty.',
  ],
  [
    'a zero-width space',
    'It is so.',
    'Es ist\u200b so.',
    'the translation has a zero-width space; there is U+200B after "Es ist"; delete it.',
  ],
  [
    'a zero-width joiner',
    'It is so.',
    'Es\u200d ist so.',
    'the translation has a zero-width joiner; there is U+200D after "Es"; delete it.',
  ],
  [
    'a soft hyphen',
    'It is so.',
    'Es ist\u00ad so.',
    'the translation has a soft hyphen; there is U+00AD after "Es ist"; delete it.',
  ],
  [
    'a byte order mark',
    'It is so.',
    'Es \ufeffist so.',
    'the translation has a zero-width no-break space; there is U+FEFF after "Es "; delete it.',
  ],
  [
    'a bidi override',
    'It is so.',
    'Es ist \u202eos.',
    'the translation has a mark that turns the direction of text; there is U+202E after "Es ist "; delete it.',
  ],
  [
    'a bidi isolate as a reference',
    'It is so.',
    'Es ist &#x2067;so.',
    'the translation has a mark that turns the direction of text; there is U+2067 after "Es ist "; delete it.',
  ],
  [
    'a tag character',
    'It is so.',
    'Es ist so.\u{e0041}',
    'the translation has an invisible character; there is U+E0041 after "Es ist so."; delete it.',
  ],
  [
    'a text that is far too long',
    'It is so.',
    `Es ist ${'so '.repeat(400)}.`,
    'the translation is too long; it has 1208 characters, the English 9; shorten it to at most 1090.',
  ],
  [
    'too many brackets',
    'It is so.',
    `Es ist ${'['.repeat(101)} so.`,
    'the translation has too many brackets and marks of emphasis; it has 101, the English 0; remove those that the msgid lacks.',
  ],
];

test.each(rows)('%s', async (_what, english, translation, problem) => {
  const source = `${english}\n\nOther words.\n${definitions}`;
  const [id] = (await messagesOf(source)).map((message) => message.id);
  const translate = (message: { id: string }): string =>
    message.id === id
      ? translation
      : message.id === 'Other words.'
        ? 'Andere Wörter.'
        : message.id;
  const render = async (text: typeof translate) => {
    const catalogue = catalogueWith(await messagesOf(source), text);
    const { html, problems } = await translatedPage(
      source,
      catalogue,
      {},
      /\p{sc=Han}/u.test(translation) ? chinese : german,
    );
    const $ = load(html, null, false);
    const first = $('p').first();
    return { problems, text: first.text(), english: first.find('[lang=en]') };
  };
  const refused = await render(translate);
  expect(refused.problems).toEqual([`page.po:1: ${problem}`]);
  // Only this message is shown in English and marked.
  const { text } = await render((message) =>
    message.id === id ? id : translate(message),
  );
  expect(refused.english.text()).toBe(text);
});

test("doesn't affect other messages of the page", async () => {
  const source = 'First *words*.\n\nSecond words.\n';
  const catalogue = catalogueWith(await messagesOf(source), ({ id }) =>
    id.startsWith('First') ? 'Erste Wörter.' : 'Zweite Wörter.',
  );
  const { html } = await translatedPage(source, catalogue);
  expect(html).toBe(
    '<p><span lang="en">First <em>words</em>.</span></p>\n<p>Zweite Wörter.</p>',
  );
});

test.each([
  ['a joined emoji', 'It is so.', 'Es ist 👩‍🚀 so 🏳️‍🌈.'],
  ['what the English has itself', 'Zero\u200bwidth.', 'Null\u200bbreite.'],
  ['a line break in a comment', 'It is so.', 'Es\tist so.'],
])('accepts %s', async (_what, english, translation) => {
  const messages = await messagesOf(english);
  const { problems } = await translatedPage(
    english,
    catalogueWith(messages, () => translation),
  );
  expect(problems).toEqual([]);
});

describe('plain texts', () => {
  test.each([
    [
      'an attribute that lost its code',
      '<Card title="Run `npm start`" />',
      'Starte npm',
      `the translation lost the code span \`npm start\`; the English has it once, the translation not at all; ${asWritten}`,
    ],
    [
      'an attribute with another URL',
      '<Card title="At https://a.example/x" />',
      'Auf https://b.example/x',
      `the translation changed the URL https://a.example/x; there is https://b.example/x instead; ${asWritten}`,
    ],
    [
      'an attribute with a bidi mark',
      '<Card title="Words" />',
      'Wörter\u202e',
      'the translation has a mark that turns the direction of text; there is U+202E after "Wörter"; delete it.',
    ],
    [
      'an attribute with a line break',
      '<Card title="Words" />',
      'Wörter\n- mehr',
      'the translation has a line break that the English lacks; there is "\\n"; replace it by a space.',
    ],
    [
      'a comment with fewer lines',
      '```js\n// One\n// two\n```',
      'Eins',
      'the comment has 1 line; the English has 2 lines, and highlights name lines; write as many lines as the msgid, with \\n between them.',
    ],
    [
      'a comment with more lines',
      '```js\n// One\n```',
      'Eins\nzwei',
      'the comment has 2 lines; the English has 1 line, and highlights name lines; write as many lines as the msgid, with \\n between them.',
    ],
    [
      'a comment that ends itself',
      '```js\n/* One */\n```',
      'Eins */ run(); /*',
      'this part of the comment may be read by a tool or end the comment; there is "*/"; delete it, or move it within the line.',
    ],
    [
      'a comment with a zero-width space',
      '```js\n// One\n```',
      'Ei\u200bns',
      'the translation has a zero-width space; there is U+200B after "Ei"; delete it.',
    ],
    [
      'a comment that has a line of its own at the end of the line',
      '```js\n// One\n```',
      'Eins\u2028run()',
      'the translation has an invisible character; there is U+2028 after "Eins"; delete it.',
    ],
  ])('%s', async (_what, source, translation, problem) => {
    const catalogue = catalogueWith(
      await messagesOf(source),
      () => translation,
    );
    const { html, problems } = await translatedPage(source, catalogue);
    expect(problems).toEqual([`page.po:1: ${problem}`]);
    const english = await translatedPage(
      source,
      catalogueWith([], () => ''),
    );
    expect(html).toBe(english.html);
  });
});

test.each([
  [
    'msgid "a"\nmsgstr "b',
    'page.po:2: msgstr is not followed by a text in double quotes; there is "b; close the quotes, and write " inside as \\".',
  ],
  [
    'msgid "a"\nmsgid "b"\nmsgstr "c"',
    'page.po:2: a second msgid in one entry; the first is above; put an empty line between two entries.',
  ],
  [
    'msgid "a"\nmsgstr "b"\n\nnonsense',
    'page.po:4: this line is neither a comment, a keyword nor a text in double quotes; there is nonsense; correct it or delete it.',
  ],
  [
    'msgid "a"\n',
    'page.po:1: this entry has no msgstr; it ends in line 2; add the line or delete the entry.',
  ],
  [
    'msgstr "a"',
    'page.po:1: this entry has no msgid; it ends in line 1; add the line or delete the entry.',
  ],
  [
    'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"',
    'page.po:2: msgid_plural is not supported here; the keywords are msgctxt, msgid and msgstr; write a plural as one message with its forms separated by "|".',
  ],
  [
    'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"',
    'page.po:5: the message "a" is a duplicate of the one in line 2, whose translation is shown; delete one of the two.',
  ],
])('a broken catalogue: %j', (source, problem) => {
  expect(readPo(source, 'page.po').problems.map(formatProblem)).toEqual([
    problem,
  ]);
});

test.each([
  [
    'Nenne sie "Kanal".',
    'these quotation marks are not German; there is "Kanal"; write „…“.',
  ],
  [
    'Es ist z. B. so.',
    'the abbreviation needs a no-break space; there is z. B.; write it with U+00A0 between its letters.',
  ],
  [
    'Starte es einfach.',
    '"einfach" is a filler word; there is einfach; delete it, or explain what is easy.',
  ],
  [
    'Hier kannst Du lesen.',
    'the reader is written with a lower-case letter; there is Du; write du, dir, dich, dein.',
  ],
  [
    'Sie können lesen.',
    'the reader is addressed as "Sie"; there is Sie können; write du.',
  ],
  [
    'Das `peer` Objekt.',
    'a compound with code has a hyphen; there is `x` Objekt; write `code`-Objekt.',
  ],
  [
    'Erst das - dann dies.',
    'a hyphen is not a dash; there is s - d; write – with spaces.',
  ],
  ['Und so weiter...', 'three dots are one character; there is r...; write ….'],
])('German: %s', (text, problem) => {
  expect(germanProblem(text)).toBe(problem);
});

test.each([
  ['使用`npm`命令。', '使用 `npm` 命令。'],
  ['等一下,再试。', '等一下，再试。'],
  ['请用(括号)。', '请用（括号）。'],
])('Chinese: %s', (text, instead) => {
  expect(chineseProblem(text)).toMatch(
    /^zhlint: .+; there is ".+"; write ".+"\.$/,
  );
  expect(chineseProblem(text)).toContain(
    `; there is "${text}"; write "${instead}".`,
  );
});

test('a variant that the glossary forbids', () => {
  const terms = [
    { source: 'upgrade', use: 'das Upgrade', forbidden: ['aktualisier\\w*'] },
  ];
  expect(glossaryProblem(terms, 'Upgrade it.', 'Aktualisiere es.')).toBe(
    'the glossary forbids this word; there is "Aktualisiere"; write "das Upgrade".',
  );
});
