import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parents, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import ts from 'typescript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pageFile } from '../core/page.ts';
import { textAttributes } from '../core/page-index.ts';
import { formatProblem } from '../core/problem.ts';
import { readExample } from './files.ts';
import { importedFiles, snippetsIn } from './imported-files.ts';

/** The component that the plugin replaces. */
export const installCommand = 'InstallCommand';

/** Options of the plugin. */
export interface InstallOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** Packages that readers already have. */
  readonly provided: readonly string[];
}

/** A `package.json`, as far as it is read here. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Remark plugin: replaces `<InstallCommand of="<example>" />` by the command that installs what the page's code blocks of an example
 * import, in the versions of the example. It has to run after the code blocks are filled.
 *
 * @returns a transformer that fails a page for an unknown example, a package that the example doesn't list, and a needless command
 */
export function remarkInstallCommand({
  examplesDir,
  provided,
}: InstallOptions) {
  return (tree: Root, page: VFile): void => {
    visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
      if (node.name !== installCommand) return;
      const example = textAttributes(node).get('of') ?? '';
      const fail = (message: string): never =>
        page.fail(
          formatProblem({
            file: pageFile(page),
            line: node.position?.start.line ?? 1,
            message: `<${installCommand} of="${example}"> ${message}`,
          }),
        );
      const snippets = snippetsIn(tree, example);
      if (snippets.length === 0) {
        return fail('names an example of which the page shows no code.');
      }
      const files = readExample(examplesDir, example);
      const code = [
        ...importedFiles(files, snippets),
        ...files.filter(({ path }) =>
          snippets.some((snippet) => snippet.path === path),
        ),
      ].map(({ text }) => text);
      const manifest = readManifest(join(examplesDir, example, 'package.json'));
      const known = { ...manifest.dependencies, ...manifest.devDependencies };
      const names = packagesIn(code, Object.keys(known)).filter(
        (name) => !provided.includes(name),
      );
      const unknown = names.find((name) => known[name] === undefined);
      if (unknown !== undefined) {
        return fail(
          `the code imports "${unknown}", which the package.json of the example doesn't list; add it there.`,
        );
      }
      if (names.length === 0) {
        return fail(
          'installs nothing, since a new app has all packages; delete it.',
        );
      }
      replace(parent, index, node, commands(names, manifest));
    });
  };
}

/** Returns the packages that code imports, with their types, and those of Node where it uses Node. */
function packagesIn(
  code: readonly string[],
  known: readonly string[],
): string[] {
  const imported = new Set(
    code
      .flatMap((text) => ts.preProcessFile(text, true, true).importedFiles)
      .map(({ fileName }) => fileName)
      .filter((name) => !name.startsWith('.'))
      .map(
        (name) =>
          /^(?:@[^/]+\/)?[^/]+/.exec(name.replace(/^node:.*/, 'node'))?.[0] ??
          name,
      ),
  );
  if (code.some((text) => /\b(?:process|Buffer)\b/.test(text))) {
    imported.add('node');
  }
  return [...imported]
    .flatMap((name) => [
      name,
      `@types/${name.replace(/^@/, '').replace('/', '__')}`,
    ])
    .filter((name) => name !== 'node')
    .filter((name) => !name.startsWith('@types/') || known.includes(name))
    .sort();
}

function commands(names: readonly string[], manifest: Manifest): string {
  const versions = (listed: Manifest['dependencies'] = {}) =>
    names.flatMap((name) =>
      listed[name] === undefined ? [] : [`${name}@${listed[name]}`],
    );
  return [
    ['npm install', ...versions(manifest.dependencies)],
    ['npm install --save-dev', ...versions(manifest.devDependencies)],
  ]
    .filter((words) => words.length > 1)
    .map((words) => words.join(' '))
    .join('\n');
}

function replace(
  parent: Parents | undefined,
  index: number | undefined,
  { position }: MdxJsxFlowElement,
  value: string,
): void {
  if (parent === undefined || index === undefined) return;
  parent.children[index] = {
    type: 'code',
    lang: 'console',
    value,
    ...(position && { position }),
  };
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
