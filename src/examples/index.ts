import { join } from 'node:path';
import type { Root } from 'mdast';
import { runCommands } from './commands.ts';
import {
  type ComponentName,
  type ExampleElement,
  exampleElements,
  fill,
  importInto,
} from './element.ts';
import { setCode } from './file-tree.ts';
import { readExample } from './files.ts';

/** Where a page of the guide shows a file. */
export interface GuideUse {
  /** Path from `examples/`. */
  readonly path: string;
  /** The address of the heading, from the root of the site in any language. */
  readonly to: string;
  /** The title of the page, in the language that is built. */
  readonly page: string;
  /** The heading as Markdown, in that language; empty above the first one. */
  readonly heading: string;
}

/** What the components have to know of the site and of the repository. */
export interface ExamplesOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** The address of the site in its default language, with a slash at its end. */
  readonly siteUrl: string;
  /** How many bytes an archive has, named by its path from the root of the site. */
  readonly sizeOf: (archive: string) => number;
  /** Where the guide shows files. */
  readonly uses: () => Promise<readonly GuideUse[]>;
  /** The packages that an example asks for, and their versions in the lockfile. */
  readonly versions: (
    example: string,
  ) => readonly (readonly [name: string, version: string])[];
  /** The address of a file in the repository, named by its path from `examples/`, if that is known. */
  readonly fileUrl?: (path: string) => string | undefined;
}

/** The modules of the components, which only the pages that use them load. */
const modules: Readonly<Record<ComponentName, string | undefined>> = {
  // The tree has imported its own.
  ExampleFiles: undefined,
  ExampleRuns: '@site/src/examples/face/runs.tsx',
  ExampleUses: '@site/src/examples/face/uses.tsx',
  ExampleEvidence: '@site/src/examples/face/lists.tsx',
  ExampleVersions: '@site/src/examples/face/lists.tsx',
};

/**
 * Remark plugin: fills the other components of an example's page, all of them at build. It belongs after the translation.
 *
 * @param options what they have to know
 * @returns the transformer; what a page has written wrongly is the check's to report
 * @throws what reading an example throws
 */
export function remarkExamples(options: ExamplesOptions) {
  return async (tree: Root): Promise<void> => {
    setCode(tree);
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
        commands: JSON.stringify(
          runCommands(example, `${options.siteUrl}${tar}`),
        ),
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

/** A file of an example with the places that show it. */
export interface FileUses {
  /** Path inside the example. */
  readonly path: string;
  readonly uses: readonly Omit<GuideUse, 'path'>[];
}

/**
 * Where the guide shows the files of one example.
 *
 * @param example its name
 * @param uses those of all examples
 * @returns each file once, each place once
 */
export function usesOf(example: string, uses: readonly GuideUse[]): FileUses[] {
  const files = new Map<string, Map<string, Omit<GuideUse, 'path'>>>();
  for (const { path, ...use } of uses) {
    if (!path.startsWith(`${example}/`)) continue;
    const inside = path.slice(example.length + 1);
    const places = files.get(inside) ?? new Map<string, typeof use>();
    files.set(inside, places.set(use.to, use));
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, places]) => ({ path, uses: [...places.values()] }));
}

/**
 * Where the archive of an example lies, from the root of the site in any language.
 *
 * @param example its name
 * @param format which of the two
 */
export function archivePath(example: string, format: 'zip' | 'tar.gz'): string {
  return `downloads/${example}.${format}`;
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1000));
}
