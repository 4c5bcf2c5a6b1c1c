import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
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

/** The packages of an app with their versions. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Remark plugin: replaces `<InstallCommand of="notes chat" />` by the command that installs what the page's code blocks of these examples
 * import, in the versions of the examples. It has to run after the code blocks are filled.
 *
 * @returns a transformer that fails a page for an example that it doesn't show, and for a command that can't be made
 */
export function remarkInstallCommand(options: InstallOptions) {
  return (tree: Root, page: VFile): void => {
    visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
      if (node.name !== installCommand) return;
      const examples = textAttributes(node).get('of') ?? '';
      const value = commandFor(tree, examples.split(' '), options);
      if (value instanceof Error) {
        const line = node.position?.start.line ?? 1;
        const message = `<${installCommand} of="${examples}"> ${value.message}`;
        page.fail(formatProblem({ file: pageFile(page), line, message }));
      } else if (parent !== undefined && index !== undefined) {
        const position = node.position && { position: node.position };
        parent.children[index] = {
          type: 'code',
          lang: 'console',
          value,
          ...position,
        };
      }
    });
  };
}

function commandFor(
  tree: Root,
  examples: readonly string[],
  { examplesDir, provided }: InstallOptions,
): string | Error {
  const code: string[] = [];
  const manifest = { dependencies: {}, devDependencies: {} };
  for (const example of examples) {
    const snippets = snippetsIn(tree, example);
    if (snippets.length === 0) {
      return new Error(
        `names "${example}", of which the page shows no code; name the examples that it shows.`,
      );
    }
    const files = readExample(examplesDir, example);
    const shown = new Set(snippets.map(({ path }) => path));
    code.push(
      ...importedFiles(files, snippets).map(({ text }) => text),
      ...files.flatMap(({ path, text }) => (shown.has(path) ? text : [])),
    );
    const own = readManifest(join(examplesDir, example, 'package.json'));
    Object.assign(manifest.dependencies, own.dependencies);
    Object.assign(manifest.devDependencies, own.devDependencies);
  }
  return commandOf(code, manifest, provided);
}

/**
 * Returns the commands that install the packages of some code, one a line; an error if there are none, or a version is unknown.
 *
 * @param code TypeScript files
 */
export function commandOf(
  code: readonly string[],
  { dependencies = {}, devDependencies = {} }: Manifest,
  provided: readonly string[],
): string | Error {
  const known = { ...dependencies, ...devDependencies };
  const imported = code.flatMap(packagesIn);
  const types = imported
    .map((name) => `@types/${name.replace(/^@(.+)\//, '$1__')}`)
    .filter((name) => name in known);
  const names = [...new Set([...imported, ...types])]
    .filter((name) => name !== 'node' && !provided.includes(name))
    .sort();
  const unknown = names.find((name) => !(name in known));
  if (unknown !== undefined) {
    return new Error(
      `lacks "${unknown}", which the code imports; add it to the package.json of the example.`,
    );
  }
  if (names.length === 0) {
    return new Error(
      'installs nothing, since readers have all packages; delete it.',
    );
  }
  const install = (
    command: string,
    versions: Readonly<Record<string, string>>,
  ) => {
    const listed = names.filter((name) => name in versions);
    return listed.length === 0
      ? []
      : `${command} ${listed.map((name) => `${name}@${versions[name]}`).join(' ')}`;
  };
  return [
    install('npm install', dependencies),
    install('npm install --save-dev', devDependencies),
  ]
    .flat()
    .join('\n');
}

/** Returns the packages that a file imports; `node` for a module or a global of Node. */
function packagesIn(text: string): string[] {
  const imported = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.'))
    .map((name) => /^(?:@[^/]+\/)?[^/:]+/.exec(name)?.[0] ?? name);
  return /\b(?:process|Buffer)\b/.test(text) ? [...imported, 'node'] : imported;
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}
