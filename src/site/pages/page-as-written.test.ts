import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { remarkEvidence } from '../../evidence/index.ts';
import { remarkTranslation } from '../../translation/index.ts';

const fixture = join(import.meta.dirname, '../../evidence/fixtures/known-bug');
const page = `One.

Two.

<KnownBug of="chat/publish#object.published" is="binary" package="crossws" upstream="https://github.com/unjs/crossws/issues/1" fixed="0.10.0">

Three.

</KnownBug>
`;
const labels = {
  'evidence.knownBug.title': 'Bekannter Fehler in {package} {version}',
  'evidence.knownBug.fixed': 'behoben in {version}',
  'evidence.knownBug.upstream': 'Diskussion beim Projekt',
};

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(root, 'i18n/de/docs'), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true }));

/** Renders a page of three messages with the site's plugins, and returns its text. */
async function wordsOf(name: string, translated: string[]): Promise<string> {
  const messages = ['One.', 'Two.', 'Three.'].map(
    (id, index) =>
      `msgid "${id}"\nmsgstr ${JSON.stringify(translated[index] ?? '')}\n`,
  );
  writeFileSync(join(root, `i18n/de/docs/${name}.po`), messages.join('\n'));
  const words: string[] = [];
  const processor = createProcessor({
    remarkPlugins: [
      [
        remarkTranslation,
        {
          root,
          docsDir: 'docs',
          catalogueDir: 'i18n',
          defaultLocale: 'en',
          locale: 'de',
        },
      ],
      [
        remarkEvidence,
        {
          examplesDir: join(fixture, 'examples'),
          lockfile: join(fixture, 'package-lock.json'),
          labels,
        },
      ],
      () => (tree: Root) =>
        visit(tree, 'paragraph', (node) => {
          words.push(toString(node));
        }),
    ],
  });
  const path = join(root, `docs/${name}.mdx`);
  await processor.process(new VFile({ cwd: root, path, value: page }));
  return words.join(' ');
}

test('the text around evidence is in the language of the page', async () => {
  expect(await wordsOf('translated', ['Eins.', 'Zwei.', 'Drei.'])).toMatch(
    /^Eins\. Zwei\. Bekannter Fehler in crossws [\d.]+ · behoben in 0\.10\.0 · Diskussion beim Projekt Drei\.$/,
  );
});

test('it is in English on a page that is shown in English', async () => {
  expect(await wordsOf('as-written', [])).toMatch(
    /^One\. Two\. Known bug of crossws [\d.]+ · fixed in 0\.10\.0 · thread upstream Three\.$/,
  );
});
