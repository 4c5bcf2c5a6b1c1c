import type { CompiledFile } from '../protocol.ts';
import { guarded, reportUnsupported } from './unsupported.ts';

interface CommonJsModule {
  exports: unknown;
}

type Factory = (
  require: (name: string) => unknown,
  module: CommonJsModule,
  exports: unknown,
) => void;

/** Module loader for the files of an app. */
export interface Linker {
  /**
   * Returns the exports of a file by its path.
   *
   * @throws errors of the file, and an Error with file and line for an unknown import
   */
  readonly load: (path: string) => unknown;
  /** Adds files: other files of the app, or a package, whose path is its name. */
  readonly add: (files: readonly CompiledFile[]) => void;
}

/**
 * Creates a module loader. Each file runs once, when it is first imported.
 *
 * @param files compiled to CommonJS
 * @param packages importable packages by name
 * @param names globals of the files
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
      // The next import throws the same error instead of returning a partial module.
      loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  function find(from: string, name: string): unknown {
    if (Object.hasOwn(packages, name)) return packages[name];
    if (codes.has(name)) return packageOf(name, load(name));
    const path = name.startsWith('.') ? resolve(from, name) : undefined;
    const file = path && candidates(path).find((one) => codes.has(one));
    if (file) return load(file);
    const available = [...Object.keys(packages), ...codes.keys()]
      .filter((one) => !one.includes('/'))
      .map((one) => `"${one}"`);
    reportUnsupported('import');
    throw new Error(
      `${from}:${lineOf(codes.get(from) ?? '', name)}: there is no "${name}" in the browser; a handler can import ${available.join(', ')} and the files of its app.`,
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

// The wrapper is on one line, so that line numbers in stacks are right. Globals are parameters of an outer
// function, so that a file can redeclare them.
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

// A package contains only the exports that the example uses.
function packageOf(name: string, exports: unknown): unknown {
  return typeof exports === 'object' && exports !== null
    ? guarded(exports, 'package', name, { isDeep: true })
    : exports;
}

// Engines don't report the position of a syntax error.
function evaluate(code: string, path: string): unknown {
  try {
    return (0, eval)(code);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SyntaxError(`${path}: ${error.message}.${hintFor(error, code)}`, {
      cause: error,
    });
  }
}

function hintFor({ message }: SyntaxError, code: string): string {
  if (message.includes('import.meta')) {
    reportUnsupported('importMeta');
    return '';
  }
  if (/^\s*(?:static\s+)?accessor\s+[\w#[]/m.test(code)) {
    reportUnsupported('accessor');
    return '';
  }
  return message.includes('await')
    ? ' The code runs as CommonJS: use await only inside functions.'
    : '';
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
