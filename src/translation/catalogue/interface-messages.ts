import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

import { extractAllSourceCodeFileTranslations } from '@docusaurus/babel';

import type { Content } from '../content.ts';
import { categoryMessages, sidebarMessages } from './category-labels.ts';
import { englishById, type TextsById } from './interface-text.ts';
import type { PlacedMessage } from './catalogue.ts';

/** Module of extracted strings; files that don't contain its name are skipped. */
const translateModule = '@docusaurus/Translate';

/** Resolved here, since Babel would resolve the preset from the site's folder, where it may not be installed. */
const require = createRequire(import.meta.url);

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

/** Source of interface messages. */
export type InterfaceSource = Pick<
  Content,
  'sourceDir' | 'docsDir' | 'sidebars' | 'interfaceMessages' | 'configFile'
>;

/**
 * Lists texts that are on no page: those of the configuration, of sidebar categories, and of components, extracted by Docusaurus.
 *
 * @returns messages with their id as context
 * @throws if a string isn't a literal
 */
export async function interfaceMessages(
  root: string,
  content: InterfaceSource,
): Promise<PlacedMessage[]> {
  const configured = Object.entries(content.interfaceMessages).map(
    ([context, id]): PlacedMessage => ({
      context,
      id,
      comment: 'text of the configuration',
      file: content.configFile,
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
  const categories = [
    ...sidebarMessages(content.sidebars),
    ...(await categoryMessages(root, content.docsDir)),
  ];
  return [...configured, ...categories, ...found].filter(({ context = '' }) => {
    if (seen.has(context)) return false;
    seen.add(context);
    return true;
  });
}

/** Cached, since reading all components takes a second and several plugins need it. */
const known = new Map<string, Promise<TextsById>>();

/** Returns the English interface texts of a site by id; none without the site's definition. */
export function interfaceEnglish({
  root,
  content,
}: {
  readonly root: string;
  readonly content?: InterfaceSource;
}): Promise<TextsById> {
  if (content === undefined) return Promise.resolve({});
  const texts =
    known.get(root) ?? interfaceMessages(root, content).then(englishById);
  known.set(root, texts);
  return texts;
}
