import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { element, exampleElements, fill, importInto } from './element.ts';
import { type ExampleFile, readExample } from './files.ts';
import { highlighted } from './highlight.ts';
import { type Folder, foldersOf } from './folders.ts';
import { isShown } from './shown.ts';

/** A file as a code block shows it. */
export interface ShownFile {
  readonly lang: string;
  readonly text: string;
}

declare module 'mdast' {
  interface Data {
    /** Of the component of a file: the code that it shows. */
    shown?: ShownFile;
  }
}

/** What the tree of files has to know of the repository. */
export interface FileTreeOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** Shows a file, named by its path from `examples/`. */
  readonly show: (path: string) => ShownFile;
  /** The address of a file in the repository, if that is known. */
  readonly fileUrl?: (path: string) => string | undefined;
}

/**
 * Remark plugin: puts the files of an example in place of `<ExampleFiles of="…" />`, as a tree. It belongs before the
 * translation, which says the comments in the code.
 *
 * @param options what it has to know of the repository
 * @returns the transformer; it fails a page that names no example, with `file:line` of the check
 * @throws what reading a file throws
 */
export function remarkExampleFiles(options: FileTreeOptions) {
  return (tree: Root, page: VFile): void => {
    const trees = exampleElements(tree).filter(
      ({ name }) => name === 'ExampleFiles',
    );
    for (const { example, node } of trees) {
      if (
        example === undefined ||
        !existsSync(join(options.examplesDir, example, 'package.json'))
      ) {
        page.fail(
          `${relative(page.cwd, page.path)}: <ExampleFiles> names no example, but "${example ?? ''}"; npm run check says where; name a folder of examples/.`,
        );
      }
      const files = readExample(options.examplesDir, example);
      // What there is to read comes first.
      const shown = files.filter(({ path }) => isShown(path));
      const linked = files.filter(({ path }) => !isShown(path));
      const tree = foldersOf([...shown, ...linked]);
      fill(node, {}, drawn(tree, example, options));
    }
    if (trees.length > 0) {
      importInto(
        tree,
        ['ExampleFiles', 'ExampleFolder', 'ExampleFile', 'ExampleLink'],
        '@site/src/examples/face/files.tsx',
      );
    }
  };
}

function drawn(
  { folders, files }: Folder<ExampleFile>,
  example: string,
  options: FileTreeOptions,
): MdxJsxFlowElement[] {
  return [
    ...folders.map((folder) =>
      element(
        'ExampleFolder',
        { name: folder.name },
        drawn(folder, example, options),
      ),
    ),
    ...files.map(({ path }) => fileOf(path, example, options)),
  ];
}

function fileOf(
  path: string,
  example: string,
  { show, fileUrl }: FileTreeOptions,
): MdxJsxFlowElement {
  const inside = `${example}/${path}`;
  const url = fileUrl?.(inside);
  const link = url === undefined ? {} : { url };
  if (!isShown(path)) return element('ExampleLink', { path, ...link });
  const { lang, text } = show(inside);
  return element('ExampleFile', { example, path, ...link }, [
    { type: 'code', lang, value: text },
  ]);
}

/**
 * Writes the code of the tree's files as the HTML that their component draws. It belongs behind the translation: until
 * then the code is a code block, whose comments are said in the language of the page.
 *
 * @param tree the page; changed in place
 */
export function setCode(tree: Root): void {
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const [code] = node.children;
    if (node.name !== 'ExampleFile' || code?.type !== 'code') return;
    // The text itself, for plugins that write the page in another form.
    node.data = {
      ...node.data,
      shown: { lang: code.lang ?? '', text: code.value },
    };
    node.attributes.push({
      type: 'mdxJsxAttribute',
      name: 'code',
      value: highlighted(code.value, code.lang ?? ''),
    });
    node.children = [];
  });
}
