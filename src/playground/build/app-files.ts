import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { type Member, membersOf, packagesOnDemand } from './packages.ts';
import { compile, CompileError } from '../compile.ts';
import type { CompiledFile } from '../protocol.ts';
import { findNodeName } from './node-names.ts';

/** A mistake of a page; the caller adds its file and line. */
export class PlaygroundError extends Error {}

/** A file with all that it imports. */
export interface Closure {
  /** The file first. */
  readonly files: readonly CompiledFile[];
  /** Members that it uses of on-demand packages, by package. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

const packages = ['h3', 'crossws'];

/**
 * Compiles a file of an example and the files that it imports.
 *
 * @param examplesDir the folder of the examples
 * @param example the folder of one
 * @param start path of the file from there
 * @throws PlaygroundError if a file needs something that isn't available in a browser
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
    const place = relative(process.cwd(), join(examplesDir, example, path));
    const source = readFileSync(join(examplesDir, example, path), 'utf8');
    const file = compiled(place, path, source);
    files.set(path, file);
    const missing = findNodeName(file.code);
    if (missing) {
      throw new PlaygroundError(
        `${place}:${missing.line}: "${missing.name}" does not exist in a browser; the playground runs handlers without Node. Remove the <Playground>, or the name.`,
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
        const available = [...packages, ...packagesOnDemand].map(
          (one) => `"${one}"`,
        );
        throw new PlaygroundError(
          `${place}:${line}: imports "${name}"; the playground has ${available.join(', ')} and the files of the app. Remove the <Playground>, or the import.`,
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
 * Whether a file exists.
 *
 * @param path absolute
 */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

// Pages in several languages compile the same files.
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
      `${place}:${error.line}:${error.column}: ${error.reason}. Fix the file.`,
    );
  }
}

// Compiled code has no type-only imports.
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
