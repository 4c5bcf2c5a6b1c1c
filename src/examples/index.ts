import { join } from 'node:path';
import type { Root } from 'mdast';
import {
  type ComponentName,
  type ExampleElement,
  exampleElements,
  fill,
  importInto,
} from './element.ts';
import { setCode } from './file-tree.ts';
import { readExample } from './files.ts';

/** A heading of the guide that shows a file. */
export interface GuideUse {
  /** Path from the folder of the examples. */
  readonly path: string;
  /** Path of the heading, from the root of the site in any language. */
  readonly to: string;
  /** The title of the page, in the language that is built. */
  readonly page: string;
  /** The heading as Markdown, in that language; empty above the first one. */
  readonly heading: string;
}

/** Options of the plugin. */
export interface ExamplesOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** URL of the site in its default language, with a slash at its end. */
  readonly siteUrl: string;
  /** Returns the size of an archive in bytes, given its path from the root of the site. */
  readonly sizeOf: (archive: string) => number;
  /** Lists the headings that show files. */
  readonly uses: () => Promise<readonly GuideUse[]>;
  /** Lists the packages of an example with their versions. */
  readonly versions: (
    example: string,
  ) => readonly (readonly [name: string, version: string])[];
  /** Returns the URL of a file in the repository, given its path from the folder of the examples. */
  readonly fileUrl?: (path: string) => string | undefined;
  /** URL of the repository that contains all examples. */
  readonly repositoryUrl?: string | undefined;
  /** Highlights code as HTML with the classes `comment`, `string` and `keyword`. */
  readonly highlight: (code: string, language: string) => string;
}

/** The modules of the components. Only pages that use them load them. */
const modules: Readonly<Record<ComponentName, string | undefined>> = {
  // Imported by `remarkExampleFiles`.
  ExampleFiles: undefined,
  ExampleRuns: '@theme/ExampleRuns',
  ExampleStart: '@theme/ExampleStart',
  ExampleUses: '@theme/ExampleUses',
  ExampleEvidence: '@theme/ExampleLists',
  ExampleVersions: '@theme/ExampleLists',
};

/** Remark plugin: fills the components of an example's page. It has to run after a translation. */
export function remarkExamples(options: ExamplesOptions) {
  return async (tree: Root): Promise<void> => {
    setCode(tree, options.highlight);
    for (const found of exampleElements(tree)) {
      const { name, example, node } = found;
      const module = modules[name];
      if (example === undefined || module === undefined) continue;
      fill(node, await attributesOf({ ...found, example }, options));
      importInto(tree, [name], module);
    }
  };
}

async function attributesOf(
  { name, example }: ExampleElement & { example: string },
  options: ExamplesOptions,
): Promise<Record<string, string>> {
  switch (name) {
    case 'ExampleFiles':
      return {};
    case 'ExampleRuns': {
      const tar = archivePath(example, 'tar.gz');
      return {
        example,
        zip: kilobytes(options.sizeOf(archivePath(example, 'zip'))),
        tar: kilobytes(options.sizeOf(tar)),
        commands: commandsOf(example, options),
      };
    }
    case 'ExampleStart': {
      const { repositoryUrl } = options;
      const archive = archiveUrl(example, options);
      const [{ command }] = runCommands(example, archive);
      return {
        example,
        zip: kilobytes(options.sizeOf(archivePath(example, 'zip'))),
        command,
        ...(repositoryUrl && { clone: cloneCommand(example, repositoryUrl) }),
      };
    }
    case 'ExampleUses': {
      const uses = await options.uses();
      return { groups: JSON.stringify(usesOf(example, uses)) };
    }
    case 'ExampleEvidence': {
      const records = readExample(options.examplesDir, example)
        .filter(({ path }) => path.startsWith('evidence/'))
        .map(({ path }) => ({
          path,
          url: options.fileUrl?.(join(example, path)),
        }));
      return { records: JSON.stringify(records) };
    }
    case 'ExampleVersions':
      return { versions: JSON.stringify(options.versions(example)) };
  }
}

/** Returns a list of `RunCommand` as JSON. */
function commandsOf(example: string, options: ExamplesOptions): string {
  return JSON.stringify(runCommands(example, archiveUrl(example, options)));
}

function archiveUrl(example: string, { siteUrl }: ExamplesOptions): string {
  return `${siteUrl}${archivePath(example, 'tar.gz')}`;
}

/** A file of an example with the headings that show it. */
export interface FileUses {
  /** Path inside the example. */
  readonly path: string;
  readonly uses: readonly Omit<GuideUse, 'path'>[];
}

/** Groups headings by the files of an example that they show, without duplicates. */
function usesOf(example: string, uses: readonly GuideUse[]): FileUses[] {
  const files = new Map<string, Map<string, Omit<GuideUse, 'path'>>>();
  for (const { path, ...use } of uses) {
    if (!path.startsWith(`${example}/`)) continue;
    const inside = path.slice(example.length + 1);
    const headings = files.get(inside) ?? new Map<string, typeof use>();
    files.set(inside, headings.set(use.to, use));
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, headings]) => ({ path, uses: [...headings.values()] }));
}

/** Returns the path of an archive, from the root of the site in any language. */
export function archivePath(example: string, format: 'zip' | 'tar.gz'): string {
  return `downloads/${example}.${format}`;
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1000));
}

/** The command that runs an example with one package manager. */
export interface RunCommand {
  readonly manager: 'npm' | 'pnpm' | 'yarn';
  /** One line for a shell. */
  readonly command: string;
}

/**
 * Returns the commands that fetch an example, install it and run it.
 *
 * @param archive the URL of its .tar.gz
 */
export function runCommands(
  example: string,
  archive: string,
): [npm: RunCommand, ...others: RunCommand[]] {
  // -f: an error page isn't an archive.
  const fetched = `curl -fsSL ${archive} | tar -xz && cd ${example}`;
  return [
    { manager: 'npm', command: `${fetched} && npm install && npm run dev` },
    {
      manager: 'pnpm',
      // pnpm fails for install scripts that aren't approved; the apps need none of them.
      command: `${fetched} && pnpm install --ignore-scripts && pnpm dev`,
    },
    { manager: 'yarn', command: `${fetched} && yarn install && yarn dev` },
  ];
}

/** Returns the command that clones a repository and runs one of its examples. */
export function cloneCommand(example: string, repository: string): string {
  const folder = repository.slice(repository.lastIndexOf('/') + 1);
  return `git clone ${repository} && cd ${folder} && npm install && npm run example ${example}`;
}
