import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Member, packagesOnDemand } from '../bundle-package.ts';
import { compile, CompileError } from '../compile.ts';
import type { CompiledFile } from '../protocol.ts';
import { nameThatIsNotThere } from './node-names.ts';
import { membersOf } from './package-members.ts';
import { PlaygroundError } from './problem.ts';

/** A file with all that it imports. */
export interface Closure {
  /** The file first. */
  readonly files: readonly CompiledFile[];
  /** What it uses of the packages that are fetched on demand, by their names. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

const packages = ['h3', 'crossws'];

/**
 * Compiles a file of an example and the files that it imports.
 *
 * @param examplesDir the folder of the examples
 * @param example the folder of one
 * @param start path of the file from there
 * @throws PlaygroundError when one of them needs what the page does not have
 */
export function closureOf(
  examplesDir: string,
  example: string,
  start: string,
): Closure {
  const files = new Map<string, CompiledFile>();
  const members = new Map<string, Member[]>();
  const add = (path: string): void => {
    if (files.has(path)) return;
    const place = `examples/${example}/${path}`;
    const source = readFileSync(join(examplesDir, example, path), 'utf8');
    const file = compiled(place, path, source);
    files.set(path, file);
    const missing = nameThatIsNotThere(file.code);
    if (missing) {
      throw new PlaygroundError(
        `${place}:${missing.line}: "${missing.name}" is not there in a browser; the playground runs handlers without Node. Take the <Playground> out, or the name.`,
      );
    }
    for (const { name, line } of importsOf(file.code)) {
      if (packages.includes(name)) continue;
      if (packagesOnDemand.includes(name)) {
        const before = members.get(name) ?? [];
        members.set(name, [...before, ...membersOf(file.code, name)]);
        continue;
      }
      const target = resolve(join(examplesDir, example), path, name);
      if (target === undefined) {
        const there = [...packages, ...packagesOnDemand].map(
          (one) => `"${one}"`,
        );
        throw new PlaygroundError(
          `${place}:${line}: imports "${name}"; the playground has ${there.join(', ')} and the files of the example. Take the <Playground> out, or the import.`,
        );
      }
      add(target);
    }
  };
  add(start);
  return { files: [...files.values()], members };
}

/**
 * The files of an app in a folder.
 *
 * @param app absolute path of the app
 * @param folder from there
 * @returns their paths from the root of the app
 */
export function filesBelow(app: string, folder: string): string[] {
  return readdirSync(join(app, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => isFile(join(app, path)))
    .sort();
}

/**
 * Whether there is a file.
 *
 * @param path absolute
 */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

// Several pages in several languages run the files of one example.
const known = new Map<string, { source: string; file: CompiledFile }>();

function compiled(place: string, path: string, source: string): CompiledFile {
  const before = known.get(place);
  if (before?.source === source) return before.file;
  try {
    const file = compile(path, source);
    known.set(place, { source, file });
    return file;
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    throw new PlaygroundError(
      `${place}:${error.line}:${error.column}: ${error.reason}. Mend the file.`,
    );
  }
}

// Types are gone from compiled code: what is left is asked for when it runs.
function importsOf(code: string): { name: string; line: number }[] {
  return [...code.matchAll(/\brequire\((['"])(.+?)\1\)/g)].map((match) => ({
    name: match[2] ?? '',
    line: code.slice(0, match.index).split('\n').length,
  }));
}

function resolve(
  folder: string,
  from: string,
  name: string,
): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), name);
  if (path.startsWith('..')) return undefined;
  return [
    path,
    `${path}.ts`,
    path.replace(/\.js$/, '.ts'),
    `${path}/index.ts`,
  ].find((one) => one.endsWith('.ts') && isFile(join(folder, one)));
}
