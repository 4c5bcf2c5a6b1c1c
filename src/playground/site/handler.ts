import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compile, CompileError } from '../compile.ts';
import type { CompiledFile } from '../protocol.ts';
import { type Route, routeOf } from '../runtime/route-of.ts';
import type { HandlerKind } from './data.ts';
import { nameThatIsNotThere } from './node-names.ts';
import { PlaygroundError } from './problem.ts';

/** A handler with all that it imports, ready to run. */
export interface Handler {
  /** From the root of its app. */
  readonly path: string;
  readonly route: Route;
  readonly kind: HandlerKind;
  /** The handler first. */
  readonly files: readonly CompiledFile[];
}

const packages = ['h3', 'crossws'];

/**
 * Compiles a handler and the files of its example that it imports.
 *
 * @param examplesDir the folder of the examples
 * @param of the handler's file from there
 * @throws PlaygroundError when there is no such handler, or it needs what a browser does not have
 */
export function readHandler(examplesDir: string, of: string): Handler {
  const [example = '', ...rest] = of.split('/');
  const path = rest.join('/');
  const folder = join(examplesDir, example);
  const route = posix.normalize(path) === path ? routeOf(path) : undefined;
  if (!route || !isFile(join(folder, path))) {
    throw new PlaygroundError(
      `there is no handler "${of}" in examples/; the playground runs one file of an example's src/server/routes. Write <Playground of="websocket-chat/src/server/routes/api/ws/chat.ts" />.`,
    );
  }
  const files = closureOf(examplesDir, example, path);
  return { path, route, kind: kindOf(files[0]?.code ?? ''), files };
}

/**
 * The files that a playground is made of, for what watches them.
 *
 * @param source the MDX of a page
 * @returns paths from `examples/`; one that does not exist is reported elsewhere
 */
export function playgroundSources(
  source: string,
  examplesDir: string,
): string[] {
  return [...source.matchAll(/<Playground\s+of="([^"]+)"/g)].flatMap(
    ([, of = '']) => {
      const [example = ''] = of.split('/');
      try {
        const { files } = readHandler(examplesDir, of);
        return files.map(({ path }) => `${example}/${path}`);
      } catch (error) {
        if (error instanceof PlaygroundError) return [of];
        throw error;
      }
    },
  );
}

function closureOf(
  examplesDir: string,
  example: string,
  start: string,
): CompiledFile[] {
  const files = new Map<string, CompiledFile>();
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
      const target = resolve(join(examplesDir, example), path, name);
      if (target === undefined) {
        throw new PlaygroundError(
          `${place}:${line}: imports "${name}"; the playground has ${packages.map((one) => `"${one}"`).join(', ')} and the files of the example. Take the <Playground> out, or the import.`,
        );
      }
      add(target);
    }
  };
  add(start);
  return [...files.values()];
}

function compiled(place: string, path: string, source: string): CompiledFile {
  try {
    return compile(path, source);
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

function kindOf(code: string): HandlerKind {
  if (/\bdefineWebSocketHandler\b/.test(code)) return 'websocket';
  return /\bcreateEventStream\b/.test(code) ? 'event-stream' : 'http';
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
