import type { PhrasingContent, RootContent } from 'mdast';
import type { RunCommand } from './commands.ts';
import type { ShownFile } from './file-tree.ts';
import { archivePath, type FileUses } from './index.ts';

/** The address of a path from the root of the site in the page's language. */
export type AddressOf = (path: string) => string;

/**
 * The ways to run an example, as links and commands.
 *
 * @param example its name
 * @param commands a line for each package manager
 * @param addressOf where paths of the site lead
 */
export function runsAsMarkdown(
  example: string,
  commands: readonly RunCommand[],
  addressOf: AddressOf,
): RootContent[] {
  const archives = (['zip', 'tar.gz'] as const).map((format) => ({
    name: `${example}.${format}`,
    url: addressOf(`/${archivePath(example, format)}`),
  }));
  const launch = addressOf(`/stackblitz/${example}.html`);
  return [
    listOf(
      [...archives, { name: 'StackBlitz', url: launch }].map(
        ({ name, url }) => [link(url, [text(name)])],
      ),
    ),
    ...commands.map(({ manager, command }): RootContent => ({
      type: 'code',
      lang: 'bash',
      meta: `title="${manager}"`,
      value: command,
    })),
  ];
}

/**
 * Where the guide shows files of an example: the files, and below each the headings.
 *
 * @param files as the plugin has found them
 * @param addressOf where paths of the site lead
 */
export function usesAsMarkdown(
  files: readonly FileUses[],
  addressOf: AddressOf,
): RootContent[] {
  return files.flatMap(({ path, uses }): RootContent[] => [
    { type: 'paragraph', children: [code(path)] },
    listOf(
      uses.map(({ to, page, heading }) => [
        link(addressOf(to), [
          text(heading === '' ? page : `${page}: `),
          ...withCode(heading),
        ]),
      ]),
    ),
  ]);
}

/**
 * A file of an example: its path, and below it the whole of its code.
 *
 * @param path inside of the example
 * @param shown the code, as the page shows it
 */
export function fileAsMarkdown(
  path: string,
  { lang, text: value }: ShownFile,
): RootContent[] {
  return [{ type: 'code', lang, meta: `title="${path}"`, value }];
}

/**
 * Files of an example that are only named.
 *
 * @param files their paths, with their addresses in the repository where these are known
 */
export function filesAsMarkdown(
  files: readonly {
    readonly path: string;
    readonly url?: string | undefined;
  }[],
): RootContent[] {
  return [
    listOf(
      files.map(({ path, url }) => [
        url === undefined ? code(path) : link(url, [code(path)]),
      ]),
    ),
  ];
}

/**
 * The packages that an example asks for.
 *
 * @param versions names and versions
 */
export function versionsAsMarkdown(
  versions: readonly (readonly [name: string, version: string])[],
): RootContent[] {
  return [
    listOf(
      versions.map(([name, version]) => [code(name), text(` ${version}`)]),
    ),
  ];
}

/**
 * Makes one list of lists that follow each other.
 *
 * @param blocks what a tree of files has become
 */
export function joinedLists(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'list' && last?.type === 'list')
      joined[joined.length - 1] = {
        ...last,
        children: [...last.children, ...block.children],
      };
    else joined.push(block);
  }
  return joined;
}

function listOf(items: readonly PhrasingContent[][]): RootContent {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}

/** Headings have no other Markdown than code. */
function withCode(heading: string): PhrasingContent[] {
  return heading
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : text(part)))
    .filter((node) => 'value' in node && node.value !== '');
}

function link(url: string, children: PhrasingContent[]): PhrasingContent {
  const words = children.filter((child) => child.type !== 'link');
  return { type: 'link', url, children: words };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}
