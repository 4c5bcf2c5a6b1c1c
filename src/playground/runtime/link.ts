import type { CompiledFile } from '../protocol.ts';

interface CommonJsModule {
  exports: unknown;
}

type Factory = (
  require: (name: string) => unknown,
  module: CommonJsModule,
  exports: unknown,
) => void;

/** The files of an app, joined. */
export interface Linker {
  /**
   * Gives the exports of a file by its path.
   *
   * @throws what the file throws, and an Error with file and line for an import of something that there is not
   */
  readonly load: (path: string) => unknown;
  /** Adds files that were not there: others of the app, or a package, whose path is its name. */
  readonly add: (files: readonly CompiledFile[]) => void;
}

/**
 * Joins the files of an app: each runs once, when it is first asked for.
 *
 * @param files compiled to CommonJS
 * @param packages what a file can import besides other files, by name
 * @param names what each file can name without importing it
 */
export function createLinker(
  files: readonly CompiledFile[],
  packages: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, unknown>> = {},
): Linker {
  const codes = new Map(files.map(({ path, code }) => [path, code]));
  const loaded = new Map<string, CommonJsModule>();

  function load(path: string): unknown {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module: CommonJsModule = { exports: {} };
    loaded.set(path, module);
    try {
      factoryOf(path, codes.get(path) ?? '', names)(
        (name) => find(path, name),
        module,
        module.exports,
      );
    } catch (error) {
      // The next who asks for it gets the same error, not half a module.
      loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  function find(from: string, name: string): unknown {
    if (Object.hasOwn(packages, name)) return packages[name];
    if (codes.has(name)) return load(name);
    const path = name.startsWith('.') ? resolve(from, name) : undefined;
    const file = path && candidates(path).find((one) => codes.has(one));
    if (file) return load(file);
    const there = [...Object.keys(packages), ...codes.keys()]
      .filter((one) => !one.includes('/'))
      .map((one) => `"${one}"`);
    throw new Error(
      `${from}:${lineOf(codes.get(from) ?? '', name)}: there is no "${name}" in this browser; a handler here can import ${there.join(', ')} and the files of its example. Take the import out.`,
    );
  }

  return {
    load,
    add(more) {
      for (const { path, code } of more) {
        if (!codes.has(path)) codes.set(path, code);
      }
    },
  };
}

// All on one line before the code: its lines keep their numbers in a stack. Names that come from outside are those of a
// function around it, so that a file can declare them anew.
function factoryOf(
  path: string,
  code: string,
  names: Readonly<Record<string, unknown>>,
): Factory {
  const given = Object.keys(names).join(', ');
  const outer = evaluate(
    `(function (${given}) { return function (require, module, exports) {${code}\n} })\n//# sourceURL=${path}`,
    path,
  );
  const run = isOuter(outer) ? outer(...Object.values(names)) : undefined;
  if (!isFactory(run)) throw new TypeError(`${path} is not CommonJS.`);
  return run;
}

function isOuter(value: unknown): value is (...names: unknown[]) => unknown {
  return typeof value === 'function';
}

// An engine does not say where: this much can be said.
function evaluate(code: string, path: string): unknown {
  try {
    return (0, eval)(code);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SyntaxError(
      `${path}: ${error.message}. It runs as CommonJS in here: await inside of functions only.`,
      { cause: error },
    );
  }
}

function isFactory(value: unknown): value is Factory {
  return typeof value === 'function';
}

function resolve(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function candidates(path: string): string[] {
  return [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), `${path}/index.ts`];
}

function lineOf(code: string, name: string): number {
  const before = code.split(`require('${name}')`)[0] ?? '';
  return before.split('\n').length;
}
