import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { CodeBlock } from './code-blocks.ts';

/** A new app, with the files and options that `create-analog` writes. */
export const newApp = join(import.meta.dirname, 'scaffold');

/**
 * Creates a new app into which the code blocks of a page have been pasted, in order: a file replaces that of the same path, a patch is
 * applied. Excerpts add nothing, since other code blocks contain their files.
 *
 * @param folder inside the repository, so that the app finds its packages; replaced
 * @throws if a patch doesn't apply
 */
export function pasteInto(folder: string, blocks: readonly CodeBlock[]): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(newApp, folder, { recursive: true });
  for (const { kind, path, text } of blocks) {
    if (kind === 'file') {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    } else if (kind === 'patch') {
      execFileSync('git', ['apply', `--directory=${folder}`], { input: text });
    }
  }
}

/**
 * Returns the paths of excerpts of which no code block contains the whole file.
 *
 * @param folder the app into which they have been pasted, for files that patches changed
 */
export function excerptsWithoutFile(
  folder: string,
  blocks: readonly CodeBlock[],
): string[] {
  const wholeFiles = (path: string) => [
    ...blocks
      .filter((block) => block.kind === 'file' && block.path === path)
      .map(({ text }) => text),
    ...[join(folder, path)]
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8')),
  ];
  return blocks
    .filter(
      ({ kind, path, text }) =>
        kind === 'excerpt' &&
        !wholeFiles(path).some((whole) =>
          unindented(whole).includes(unindented(text)),
        ),
    )
    .map(({ path }) => path);
}

/**
 * Returns the paths to which pages give different content, each with the pages of its contents. A page that replaces a file gives
 * the last one.
 */
export function differentFiles(
  pages: ReadonlyMap<string, readonly CodeBlock[]>,
): string[] {
  const contents = new Map<string, Map<string, string[]>>();
  for (const [page, blocks] of pages) {
    const files = blocks.filter(({ kind }) => kind === 'file');
    const last = new Map(files.map(({ path, text }) => [path, text.trim()]));
    for (const [path, text] of last) {
      const byText = contents.get(path) ?? new Map<string, string[]>();
      byText.set(text, [...(byText.get(text) ?? []), `/${page}`]);
      contents.set(path, byText);
    }
  }
  return [...contents]
    .filter(([, byText]) => byText.size > 1)
    .map(([path, byText]) => {
      const groups = [...byText.values()].map((group) => group.join(' '));
      return `${path}: ${groups.join(' | ')}`;
    });
}

function unindented(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** Checks all TypeScript files of an app with its own options. Returns the lines with errors. */
export function typeErrors(folder: string): string[] {
  const project = join(folder, 'tsconfig.pasted.json');
  const options = {
    extends: './tsconfig.json',
    compilerOptions: { noEmit: true, types: [] },
    include: ['src', 'tests', 'vite', '*.ts'],
  };
  writeFileSync(project, JSON.stringify(options));
  const compiler = 'node_modules/typescript-native/bin/tsc';
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, '--pretty', 'false', '--project', project],
    { encoding: 'utf8' },
  );
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}
