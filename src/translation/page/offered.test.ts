import { expect, test } from 'vitest';

import {
  catalogueWith,
  messagesOf,
  translatedPage,
} from '../testing/translated-page.ts';

async function translated(source: string, translation: string) {
  const messages = await messagesOf(source);
  const ids = messages.map(({ id, context }) => `${context ?? ''}: ${id}`);
  const { html, problems } = await translatedPage(
    source,
    catalogueWith(messages, () => translation),
  );
  return { ids, html, problems };
}

test('a title of several words above code is a message', async () => {
  const { ids, html, problems } = await translated(
    '```ts {1} title="The first file" source="x"\na();\n```\n',
    'Die erste Datei',
  );
  expect(problems).toEqual([]);
  expect(ids).toEqual(['title: The first file']);
  expect(html).toContain(
    '{1} title=&quot;Die erste Datei&quot; source=&quot;x&quot;',
  );
});

test.each(['src/main.ts', 'main.ts', 'Terminal'])(
  'the title %s is a name',
  async (title) => {
    expect(
      await messagesOf(`\`\`\`ts title="${title}"\na();\n\`\`\`\n`),
    ).toEqual([]);
  },
);

test.each([
  ['"The file"', 'Die "Datei"', '\\"'],
  ["'The file'", "Die 'Datei'", "'"],
  ['"The file"', 'source=x', 'source='],
  ['"The file"', 'Die Datei showLineNumbers', 'showLineNumbers'],
])('in title=%s, %s is refused', async (title, translation, found) => {
  const source = `\`\`\`ts title=${title}\na();\n\`\`\`\n`;
  const { html, problems } = await translated(source, translation);
  expect(problems).toEqual([
    `page.po:1: this ends the title of the code block or is one of its options; there is "${found}"; remove it.`,
  ]);
  expect(html).toContain('The file');
});

test('the value of a tab without a label is a message', async () => {
  const { ids, html, problems } = await translated(
    '<Tabs>\n<TabItem value="Nx Generators">\n`a`\n</TabItem>\n<TabItem value="npm">\n`b`\n</TabItem>\n<TabItem value="Yarn" label={1}>\n`c`\n</TabItem>\n</Tabs>\n',
    'Nx-Generatoren',
  );
  expect(problems).toEqual([]);
  expect(ids).toEqual(['label: Nx Generators']);
  expect(html).toContain('value="Nx Generators" label="Nx-Generatoren"');
});

test.each([
  ['jsonc', '{\n  // The list.\n  "a": 1\n}'],
  ['vue', '<template><!-- The list. --></template>'],
  ['vue', '<script setup>\n// The list.\na();\n</script>'],
  ['svelte', '<style>\n/* The list. */\na {}\n</style>'],
  ['astro', '<!-- The list. -->\n<p>a</p>'],
  ['mts', '// The list.\na();'],
])('a comment in %s is a message', async (language, code) => {
  const { ids, html, problems } = await translated(
    `\`\`\`${language}\n${code}\n\`\`\`\n`,
    'Die Liste.',
  );
  expect(problems).toEqual([]);
  expect(ids).toEqual(['code: The list.']);
  expect(html).toContain('Die Liste.');
});

test.each(['code', 'kbd', 'samp', 'var'])(
  "the content of <%s> isn't a message",
  async (name) => {
    expect(await messagesOf(`<${name}>send it</${name}>\n`)).toEqual([]);
  },
);
