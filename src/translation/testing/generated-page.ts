import fc, { type Arbitrary } from 'fast-check';

/** Definitions that generated text refers to. */
const definitions = [
  '[guide]: https://example.org/guide "The title of the guide"',
  '[logo]: <https://example.org/logo.png>',
  '[^1]: A note with `code`.',
  '[^long-name]: Another *note*,\n    over two lines.\n\n    And a second paragraph.',
].join('\n\n');

/** Text with special meaning in some parser. */
const atoms = [
  ...['word', 'two words', 'naïve', 'Ünïcödé', 'кириллица', 'x1', '2026'],
  ...['你好', '注意：', '（可选）', '「引用」', '日本語', '한국어', '。', '，'],
  ...['😀', '👩‍🚀', '👍🏽', '⚠️', ':smile:', ':+1:', '©', '→'],
  ...['&amp;', '&lt;b&gt;', '&nbsp;', '&#x1F600;', '&copy', '&', '\u00a0'],
  ...['\\*', '\\_', '\\{', '\\<', '\\\\', '\\[', '\\`', '\\~', '\\#', '\\!'],
  ...['*', '_', '**', '__', '~', 'a_b_c', 'a*b*c', '$a_b$', '$5', '%s', '%1$s'],
  ...[
    '[',
    ']',
    '[x]',
    '(',
    ')',
    '!',
    '"',
    "'",
    '“',
    '”',
    '…',
    '–',
    '|',
    '+',
    '#',
  ],
  ...['a:b', 'a:b:c', '10:30am', ':x[y]', 'node:fs', 'mailto:a@b.co '],
  ...[' https://example.org/a_(b) ', ' www.example.com ', ' me@example.com '],
  ...['{1 + 1}', "{'{'}", '{"}"}', '{/* * */}', '{`${1}`}'],
  ...[
    '[^1]',
    '[^long-name]',
    '[guide]',
    '[Guide][]',
    '![logo]',
    '![a b][logo]',
  ],
];

/** Context of inline text, which restricts its syntax. */
interface InlineSite {
  /** Whether it may have several lines. */
  lines: boolean;
  /** Whether it is in a table cell, where pipes are escaped. */
  cell: boolean;
}

const plain = (site: InlineSite): Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...atoms),
        fc.constantFrom(' ', ' ', ' ', '', ...(site.lines ? ['\n'] : [])),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((pieces) => pieces.flat().join(''))
    .map((text) => (site.cell ? text.replaceAll('|', '\\|') : text));

const code = (site: InlineSite): Arbitrary<string> =>
  fc.constantFrom(
    '`code`',
    '`` a `b` ``',
    '` padded `',
    '`a*b* <c> {d} [e]`',
    '`https://example.org/你好`',
    site.cell ? '`a \\| b`' : '`a | b`',
    ...(site.lines ? ['`over\nlines`'] : []),
  );

const attributes = fc.constantFrom(
  '',
  ' title="A title"',
  ' label=\'He said "yes"\'',
  ' title="&lt;a&gt; &amp; *b*"',
  ' of="not/a/text"',
  ' a={"}"} {...{role: \'x\'}}',
  ' alt="见 https://example.org/a你好"',
);

/** Generates inline text; `depth` limits the nesting. */
function inline(site: InlineSite, depth: number): Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: plain(site) },
    { weight: 1, arbitrary: code(site) },
  );
  if (depth === 0) return leaf;
  const inner = inline(site, depth - 1);
  const around = (before: string, after: string): Arbitrary<string> =>
    inner.map((text) => `${before}${text.trim()}${after}`);
  const element = fc
    .tuple(fc.constantFrom('Term', 'b', 'Card.Body'), attributes, plain(site))
    .map(([name, written, text]) => `<${name}${written}>${text}</${name}>`);
  const piece = fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: around('*', '*') },
    { weight: 1, arbitrary: around('_', '_') },
    { weight: 1, arbitrary: around('**', '**') },
    { weight: 1, arbitrary: around('~~', '~~') },
    { weight: 1, arbitrary: around('[', '](https://example.org/(a)_b)') },
    {
      weight: 1,
      arbitrary: around('[', '](https://example.org/c "A *title*")'),
    },
    { weight: 1, arbitrary: around('[', '][guide]') },
    {
      weight: 1,
      arbitrary: plain({ ...site, lines: false }).map(
        (alt) => `![${alt.trim()}](https://example.org/d.png 'A title')`,
      ),
    },
    { weight: 1, arbitrary: element },
    {
      weight: 1,
      arbitrary: attributes.map((written) => `<Badge${written} />`),
    },
    ...(site.lines
      ? [{ weight: 1, arbitrary: fc.constantFrom('a\\\nb', 'a  \nb') }]
      : []),
  );
  return fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) => pieces.flat().join(''));
}

const text = inline({ lines: true, cell: false }, 2);
const line = inline({ lines: false, cell: false }, 1);
const cell = inline({ lines: false, cell: true }, 1);

const fence = fc.constantFrom(
  '```js title="A // b"\n// A comment\n// of two lines\nf(`a`); // behind\n/*\n * A block.\n */\n```',
  '```bash\n# A comment\necho "# none"\n```',
  '```html\n<!-- A comment -->\n<p>none</p>\n```',
  '```\nno language\n```',
  '~~~css\n/* A comment */\n~~~',
);

function indented(block: string, first: string, rest: string): string {
  return block
    .split('\n')
    .map(
      (row, index) => `${index === 0 ? first : row === '' ? '' : rest}${row}`,
    )
    .join('\n');
}

const table = fc
  .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    [
      '| Head | Other |',
      '| :-- | --: |',
      ...rows.map(([a, b]) => `| ${a} | ${b} |`),
    ].join('\n'),
  );

const heading = fc
  .tuple(
    fc.constantFrom('#', '##', '###'),
    line,
    fc.constantFrom('', '', ' {/* #an-id */}'),
  )
  .map(([marks, words, id]) => `${marks} ${words}${id}`);

/** Generates a block; `depth` limits the nesting. */
function block(depth: number): Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 5, arbitrary: text },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: fence },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '![A picture](https://example.org/a.png "Its title")',
        '![A picture][logo]',
        '<img src="/a.png" alt="A picture" />',
        '<b>Note: </b><i>words</i>',
        '<Card><Term>Words</Term> on *one* line</Card>',
        '***',
        '{/* nothing */}',
      ),
    },
  );
  if (depth === 0) return leaf;
  const blocks = fc
    .array(block(depth - 1), { minLength: 1, maxLength: 3 })
    .map((list) => list.join('\n\n'));
  const colons = ':'.repeat(depth + 2);
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: blocks.map((inner) => indented(inner, '- ', '  ')),
    },
    {
      weight: 1,
      arbitrary: blocks.map((inner) => indented(inner, '10. ', '    ')),
    },
    {
      weight: 1,
      arbitrary: blocks.map((inner) => indented(inner, '- [ ] ', '  ')),
    },
    { weight: 1, arbitrary: blocks.map((inner) => inner.replace(/^/gm, '> ')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          blocks,
          fc.constantFrom('', '[Title]', '[A *title*]', '{title="A title"}'),
        )
        .map(
          ([inner, title]) => `${colons}note${title}\n\n${inner}\n\n${colons}`,
        ),
    },
    {
      weight: 1,
      arbitrary: blocks.map(
        (inner) =>
          `<Tabs>\n  <TabItem label="A label" value="a">\n\n${indented(inner, '  ', '  ')}\n\n  </TabItem>\n</Tabs>`,
      ),
    },
    {
      weight: 1,
      arbitrary: blocks.map(
        (inner) =>
          `<details>\n<summary>A *summary*</summary>\n\n${inner}\n\n</details>`,
      ),
    },
  );
}

/** Generates valid pages of all elements with text, some with Windows line ends. */
export const generatedPage: Arbitrary<string> = fc
  .tuple(
    fc.array(block(2), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
  )
  .map(([blocks, lineEnd]) =>
    `${[...blocks, definitions].join('\n\n')}\n`.replaceAll('\n', lineEnd),
  );
