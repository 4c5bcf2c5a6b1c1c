import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { builtPage } from '../support/built-page.ts';
import type { CodeBlock } from './code-blocks.ts';

/** Returns the packages that the commands of a built page install, without versions. */
export function installedBy(page: string): string[] {
  const $ = builtPage(page);
  return $('.language-console .token-line')
    .get()
    .map((line) => $(line).text().trim())
    .filter((line) => line.startsWith('npm install '))
    .flatMap((line) => line.split(' ').slice(2))
    .filter((word) => !word.startsWith('-'))
    .map((word) => word.replace(/(?<=.)@.*/, ''));
}

/** Returns the packages of an app. */
export function packagesOf(folder: string): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)];
}

/** Returns the packages that code blocks import; `@types/node` for modules and globals of Node. */
export function importedBy(blocks: readonly CodeBlock[]): string[] {
  const files = blocks.filter(
    ({ kind, path }) => kind === 'file' && path.endsWith('.ts'),
  );
  const names = files.flatMap(({ text }) => [
    ...ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => fileName),
    ...(/\b(?:process|Buffer)\b/.test(text) ? ['node:process'] : []),
  ]);
  return [
    ...new Set(
      names
        .filter((name) => !name.startsWith('.'))
        .map((name) =>
          name.startsWith('node:')
            ? '@types/node'
            : name
                .split('/')
                .slice(0, name.startsWith('@') ? 2 : 1)
                .join('/'),
        ),
    ),
  ];
}
