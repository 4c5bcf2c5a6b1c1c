import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import { describe, expect, test } from 'vitest';

import { frontMatterMessages, translateFrontMatter } from './front-matter.ts';
import { readPo } from './po-read.ts';
import { formatProblem } from './problem.ts';
import {
  type Compiled,
  compilePage,
  type PageOptions,
} from './testing/docusaurus-page.ts';
import {
  catalogueThatSays,
  expectEveryWordSaid,
  expectSamePage,
  messagesOf,
  pageSaidBy,
} from './testing/said-page.ts';

/**
 * A folder holds `input.mdx`; `messages.txt`, what a translator is offered; and for each catalogue `<locale>.po` the page that it
 * makes, `<locale>.html`, and what of it is refused, `<locale>.problems.txt`. Other pages in it are imported by the input.
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

/** Pages whose names begin with an underscore are parts of others. */
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
    const { html, problems } = await pageSaidBy(
      source,
      catalogue,
      await partialsOf(name),
    );
    const head = translateFrontMatter(frontMatter, catalogue);
    const lines = [...problems, ...head.problems.map(formatProblem)];
    const base = join(folder, file.replace(/\.po$/, ''));
    await expect(
      `${JSON.stringify(head.frontMatter)}\n${html.replaceAll('><', '>\n<')}\n`,
    ).toMatchFileSnapshot(`${base}.html`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `${base}.problems.txt`,
    );
  });

  test('offers these messages', async () => {
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

  test('is the same page to the byte when every message says itself', async () => {
    const { source, frontMatter } = await load(name);
    const partials = await partialsOf(name);
    await expectSamePage(source, partials);
    for (const partial of partialSources(name)) await expectSamePage(partial);
    const identity = catalogueThatSays(
      frontMatterMessages(frontMatter),
      ({ id }) => id,
    );
    expect(translateFrontMatter(frontMatter, identity)).toEqual({
      frontMatter,
      problems: [],
    });
  });

  test('has no words that no message says', async () => {
    const { source } = await load(name);
    await expectEveryWordSaid(source);
    for (const partial of partialSources(name))
      await expectEveryWordSaid(partial);
  });
});
