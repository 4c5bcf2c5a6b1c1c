import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { element, exampleElements, fill, importInto } from './element.ts';
import { type ExampleFile, isShown, readExample } from './files.ts';
import { importedFiles, snippetsIn } from './imported-files.ts';

/** A file as a code block shows it. */
export interface ShownFile {
  readonly lang: string;
  readonly text: string;
}

declare module 'mdast' {
  interface Data {
    /** The code that the component of a file shows. */
    shown?: ShownFile;
  }
}

/** Options of the plugin. */
export interface FileTreeOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** Returns the shown text of a file, given its path from that folder. */
  readonly show: (path: string) => ShownFile;
  /** Returns the URL of a file in the repository. */
  readonly fileUrl?: ((path: string) => string | undefined) | undefined;
}

/**
 * Remark plugin: replaces `<ExampleFiles of="…" />` by the files of the example as a tree, with `imported` only by those that the
 * page's code blocks import and the page doesn't show. It has to run after the code blocks are filled, and before a translation that
 * translates comments in code.
 *
 * @returns a transformer that fails a page for an unknown example
 */
export function remarkExampleFiles(options: FileTreeOptions) {
  return (tree: Root, page: VFile): void => {
    const found = exampleElements(tree).filter(
      ({ name }) => name === 'ExampleFiles',
    );
    for (const { example, imported, node } of found) {
      const fail = (message: string): never =>
        page.fail(
          `${relative(page.cwd, page.path)}:${node.position?.start.line ?? 1}: <ExampleFiles of="${example ?? ''}"> ${message}`,
        );
      if (
        example === undefined ||
        !existsSync(join(options.examplesDir, example, 'package.json'))
      ) {
        return fail(
          `names no example; name a folder of ${basename(options.examplesDir)}/.`,
        );
      }
      const files = readExample(options.examplesDir, example);
      // Shown files come first.
      const shown = files.filter(({ path }) => isShown(path));
      const linked = files.filter(({ path }) => !isShown(path));
      const listed = imported
        ? importedFiles(files, snippetsIn(tree, example))
        : [...shown, ...linked];
      if (listed.length === 0) {
        return fail(
          'is empty, since the page shows every file that its code imports; delete it.',
        );
      }
      const show = (path: string) => imported || isShown(path);
      fill(node, {}, folderContent(foldersOf(listed), example, show, options));
    }
    if (found.length > 0) {
      importInto(
        tree,
        ['ExampleFiles', 'ExampleFolder', 'ExampleFile', 'ExampleLink'],
        '@theme/ExampleFiles',
      );
    }
  };
}

function folderContent(
  { folders, files }: Folder<ExampleFile>,
  example: string,
  show: (path: string) => boolean,
  options: FileTreeOptions,
): MdxJsxFlowElement[] {
  return [
    ...folders.map((folder) =>
      element(
        'ExampleFolder',
        { name: folder.name },
        folderContent(folder, example, show, options),
      ),
    ),
    ...files.map(({ path }) =>
      show(path)
        ? fileElement(path, example, options)
        : linkElement(path, example, options),
    ),
  ];
}

function fileElement(
  path: string,
  example: string,
  { show, fileUrl }: FileTreeOptions,
): MdxJsxFlowElement {
  const inside = `${example}/${path}`;
  const url = fileUrl?.(inside);
  const { lang, text } = show(inside);
  return element(
    'ExampleFile',
    { example, path, ...(url === undefined ? {} : { url }) },
    [{ type: 'code', lang, value: text }],
  );
}

function linkElement(
  path: string,
  example: string,
  { fileUrl }: FileTreeOptions,
): MdxJsxFlowElement {
  const url = fileUrl?.(`${example}/${path}`);
  return element('ExampleLink', {
    path,
    ...(url === undefined ? {} : { url }),
  });
}

/** Replaces the code blocks of the tree by highlighted HTML, after a translation of their comments. */
export function setCode(
  tree: Root,
  highlight: (code: string, language: string) => string,
): void {
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const [code] = node.children;
    if (node.name !== 'ExampleFile' || code?.type !== 'code') return;
    const { lang, value: text } = code;
    // For plugins that write the page in another form.
    node.data = { ...node.data, shown: { lang: lang ?? '', text } };
    node.attributes.push({
      type: 'mdxJsxAttribute',
      name: 'code',
      value: highlight(text, lang ?? ''),
    });
    node.children = [];
  });
}

/** A folder with its content. */
export interface Folder<File> {
  /** Several names joined by `/` if each folder contains only the next. */
  readonly name: string;
  readonly folders: readonly Folder<File>[];
  readonly files: readonly File[];
}

/** Arranges files as a tree, in their order. */
export function foldersOf<File extends { readonly path: string }>(
  files: readonly File[],
  name = '',
  depth = 0,
): Folder<File> {
  const own: File[] = [];
  const below = new Map<string, File[]>();
  for (const file of files) {
    const [next = '', ...rest] = file.path.split('/').slice(depth);
    if (rest.length === 0) own.push(file);
    else below.set(next, [...(below.get(next) ?? []), file]);
  }
  const folders = [...below].map(([next, inside]) =>
    foldersOf(inside, next, depth + 1),
  );
  const [only] = folders;
  return name !== '' && own.length === 0 && folders.length === 1 && only
    ? { ...only, name: `${name}/${only.name}` }
    : { name, folders, files: own };
}
