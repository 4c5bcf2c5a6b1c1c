import {
  mkdirSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';

import type { PlacedMessage } from './catalogue.ts';
import type { TextsById } from './interface-text.ts';

/** Prefix of the ids of category texts; the rest is the key of Docusaurus. */
export const categoryPrefix = 'sidebar.category.';

/**
 * Lists the labels of the categories that sidebars define.
 *
 * @param sidebars as Docusaurus gets them
 */
export function sidebarMessages(sidebars: unknown): PlacedMessage[] {
  if (Array.isArray(sidebars)) return sidebars.flatMap(sidebarMessages);
  if (typeof sidebars !== 'object' || sidebars === null) return [];
  const item = new Map<string, unknown>(Object.entries(sidebars));
  const label = item.get('label');
  const key = item.get('key') ?? label;
  const nested = [...item.values()].flatMap(sidebarMessages);
  return item.get('type') === 'category' &&
    typeof label === 'string' &&
    typeof key === 'string'
    ? [
        {
          context: categoryPrefix + key,
          id: label,
          comment: 'label of a sidebar category',
          file: 'sidebars.ts',
        },
        ...nested,
      ]
    : nested;
}

/**
 * Lists the labels of sidebar categories, and the titles and descriptions of their generated indexes, in `_category_.json` and
 * `_category_.yml` files.
 */
export async function categoryMessages(
  root: string,
  docsDir: string,
): Promise<PlacedMessage[]> {
  const folder = join(root, docsDir);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /^_category_\.(?:json|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const messages = await Promise.all(
    files.map(async (filePath) => {
      // YAML is a superset of JSON.
      const { frontMatter } = await DEFAULT_PARSE_FRONT_MATTER({
        filePath,
        fileContent: `---\n${readFileSync(filePath, 'utf8')}\n---\n`,
      });
      const { label, key = label, link } = frontMatter;
      if (typeof key !== 'string') return [];
      const message = (
        name: string,
        id: unknown,
        comment: string,
      ): PlacedMessage[] =>
        typeof id === 'string' && id !== ''
          ? [
              {
                context: categoryPrefix + key + name,
                id,
                comment,
                file: relative(root, filePath),
              },
            ]
          : [];
      const index = new Map<string, unknown>(Object.entries(link ?? {}));
      const generated = '.link.generated-index';
      return [
        ...message('', label, 'label of a sidebar category'),
        ...message(
          `${generated}.title`,
          index.get('title'),
          'title of a generated index',
        ),
        ...message(
          `${generated}.description`,
          index.get('description'),
          'description of a generated index',
        ),
      ];
    }),
  );
  return messages.flat();
}

/**
 * Writes category texts to the files from which the docs plugin reads its translations.
 *
 * @param localizationDir Docusaurus' folder of the language
 * @param texts translated interface texts
 * @param sidebars names of the sidebars
 */
export function writeCategoryTexts(
  localizationDir: string,
  texts: TextsById,
  sidebars: readonly string[],
): void {
  const entries = Object.entries(texts)
    .filter(([id]) => id.startsWith(categoryPrefix))
    .flatMap(([id, message]) =>
      sidebars.map((sidebar) => [
        `sidebar.${sidebar}.category.${id.slice(categoryPrefix.length)}`,
        { message },
      ]),
    );
  if (entries.length === 0) return;
  writeIfChanged(
    join(localizationDir, 'docusaurus-plugin-content-docs', 'current.json'),
    JSON.stringify(Object.fromEntries(entries), null, 2),
  );
}

/** Writes a file if its text has changed; writing it again would start another compilation. */
export function writeIfChanged(file: string, text: string): string {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return file;
}
