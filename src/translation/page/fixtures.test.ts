import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import { describe, expect, test } from 'vitest';

import { characterRules } from '../style/character-rules.ts';
import { frontMatterMessages, translateFrontMatter } from './front-matter.ts';
import { readPo } from '../catalogue/po.ts';
import { formatProblem } from '../problem.ts';
import {
  type Compiled,
  compilePage,
  type PageOptions,
} from '../testing/docusaurus-page.ts';
import {
  catalogueWith,
  expectAllWordsInMessages,
  expectSamePage,
  german,
  messagesOf,
  translatedPage,
} from '../testing/translated-page.ts';

/**
 * Folders with a page (`input.mdx`), its messages (`messages.txt`), and for each catalogue (`<locale>.po`) the translated page
 * (`<locale>.html`) and refused translations (`<locale>.problems.txt`). The input imports the other pages.
 */
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

async function load(name: string) {
  const filePath = join(fixtures, name, 'input.mdx');
  const { content, frontMatter } = await DEFAULT_PARSE_FRONT_MATTER({
    filePath,
    fileContent: readFileSync(filePath, 'utf8'),
  });
  return { source: content, frontMatter };
}

/** Partials begin with an underscore. */
function partialFiles(name: string): string[] {
  return readdirSync(join(fixtures, name)).filter((file) =>
    /^_.*\.mdx$/.test(file),
  );
}

function partialSources(name: string): string[] {
  return partialFiles(name).map((file) =>
    readFileSync(join(fixtures, name, file), 'utf8'),
  );
}

async function partialsOf(
  name: string,
): Promise<Pick<PageOptions, 'partials'>> {
  const partials: Record<string, Compiled> = {};
  for (const file of partialFiles(name))
    partials[`./${file}`] = await compilePage(
      readFileSync(join(fixtures, name, file), 'utf8'),
      { plugins: [] },
    );
  return { partials };
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  const folder = join(fixtures, name);
  const catalogues = readdirSync(folder).filter((file) => file.endsWith('.po'));

  test.skipIf(catalogues.length === 0).each(catalogues)('%s', async (file) => {
    const { source, frontMatter } = await load(name);
    const catalogue = readPo(readFileSync(join(folder, file), 'utf8'), file);
    const characters = characterRules({
      locale: file.replace(/\.po$/, ''),
      defaultLocale: 'en',
    });
    const { html, problems } = await translatedPage(
      source,
      catalogue,
      await partialsOf(name),
      characters,
    );
    const head = translateFrontMatter(frontMatter, catalogue, characters);
    const lines = [...problems, ...head.problems.map(formatProblem)];
    const base = join(folder, file.replace(/\.po$/, ''));
    await expect(
      `${JSON.stringify(head.frontMatter)}\n${html.replaceAll('><', '>\n<')}\n`,
    ).toMatchFileSnapshot(`${base}.html`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `${base}.problems.txt`,
    );
  });

  test('has the expected messages', async () => {
    const { source, frontMatter } = await load(name);
    const messages = [
      ...frontMatterMessages(frontMatter),
      ...(await messagesOf(source)),
    ].map(
      ({ id, context, comment }) =>
        `${comment}${context === undefined ? '' : ` (${context})`}\n  ${id.replaceAll('\n', '\n  ')}\n`,
    );
    expect(messages).not.toEqual([]);
    await expect(messages.join('')).toMatchFileSnapshot(
      join(folder, 'messages.txt'),
    );
  });

  test('is unchanged if every message is translated as itself', async () => {
    const { source, frontMatter } = await load(name);
    const partials = await partialsOf(name);
    await expectSamePage(source, partials);
    for (const partial of partialSources(name)) await expectSamePage(partial);
    const identity = catalogueWith(
      frontMatterMessages(frontMatter),
      ({ id }) => id,
    );
    expect(translateFrontMatter(frontMatter, identity, german)).toEqual({
      frontMatter,
      problems: [],
    });
  });

  test('has all words in messages', async () => {
    const { source } = await load(name);
    await expectAllWordsInMessages(source);
    for (const partial of partialSources(name))
      await expectAllWordsInMessages(partial);
  });
});
