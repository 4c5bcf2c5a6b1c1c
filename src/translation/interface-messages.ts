import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

import { extractAllSourceCodeFileTranslations } from '@docusaurus/babel';

import type { Content } from './content.ts';
import type { PlacedMessage } from './message.ts';

const require = createRequire(import.meta.url);

/** The module whose strings are extracted; a file that does not name it has none. */
const translateModule = '@docusaurus/Translate';

function componentFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.[jt]sx?$/.test(entry.name) &&
        !/\.(?:test|d)\.[jt]sx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'utf8').includes(translateModule))
    .sort();
}

/**
 * Lists what a reader sees that is on no page: strings in components, found by Docusaurus' own extractor, and those of the
 * configuration.
 *
 * @param root - Absolute path of the site.
 * @param content - The site.
 * @param configFile - Where the configuration's strings come from.
 * @returns The messages; the context of each is its id.
 * @throws If a string is not a literal: then it cannot be extracted.
 */
export async function interfaceMessagesOf(
  root: string,
  content: Pick<Content, 'sourceDir' | 'interfaceMessages'>,
  configFile: string,
): Promise<PlacedMessage[]> {
  const configured = Object.entries(content.interfaceMessages).map(
    ([context, id]): PlacedMessage => ({
      context,
      id,
      comment: 'text of the configuration',
      file: configFile,
    }),
  );
  const files = await extractAllSourceCodeFileTranslations(
    componentFiles(join(root, content.sourceDir)),
    {
      presets: [require.resolve('@docusaurus/babel/preset')],
      babelrc: false,
      configFile: false,
      caller: { name: 'server' },
    },
  );
  const found = files.flatMap(
    ({ sourceCodeFilePath, translations, warnings }) => {
      const file = relative(root, sourceCodeFilePath);
      const [warning] = warnings;
      if (warning !== undefined) throw new Error(`${file}:1: ${warning}`);
      return Object.entries(translations).map(
        ([context, { message, description }]): PlacedMessage => ({
          context,
          id: message,
          comment: description ?? 'text of a component',
          file,
        }),
      );
    },
  );
  const seen = new Set<string>();
  return [...configured, ...found].filter(({ context = '' }) => {
    if (seen.has(context)) return false;
    seen.add(context);
    return true;
  });
}
