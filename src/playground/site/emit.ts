import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildRuntime } from '../build.ts';
import { bundlePackage, type Member } from '../bundle-package.ts';
import { sandboxHtml } from '../host/sandbox.ts';
import type { CompiledFile } from '../protocol.ts';

/** Docusaurus' own folder for what is made, and the name by which modules import from it. */
export const generatedFolder = join('.docusaurus', 'playground');
const generatedAlias = '@generated/playground';

/** A file of the site that no page imports. */
export interface Asset {
  /** Below the base URL; it changes with the text. */
  readonly path: string;
  readonly text: string;
}

/** The document of the sandbox. */
export const sandboxAsset = assetOf('sandbox', 'html', sandboxHtml);

const runtimes = new Map<string, Promise<Asset>>();

/**
 * The runtime, built once for all languages.
 *
 * @param root the folder of the site
 * @throws what `buildRuntime` throws
 */
export function runtimeAsset(root: string): Promise<Asset> {
  const built =
    runtimes.get(root) ??
    buildRuntime(root).then(({ code }) => assetOf('runtime', 'js', code));
  runtimes.set(root, built);
  return built;
}

/**
 * Writes modules for the bundler: one of data, which fetches others when it is asked to.
 *
 * @param root the folder of the site
 * @param name of the files, without their ending
 * @param parts what functions of the first give, by their names
 * @returns what a module imports the first by
 */
export function emitData(
  root: string,
  name: string,
  data: object,
  parts: Readonly<Record<string, object>>,
): string {
  emit(root, `${name}.first.json`, JSON.stringify(data));
  for (const [part, value] of Object.entries(parts)) {
    emit(root, `${name}.${part}.json`, JSON.stringify(value));
  }
  const fetched = Object.keys(parts).map(
    (part) => `${part}: () => import('./${name}.${part}.json')`,
  );
  emit(
    root,
    `${name}.js`,
    `import data from './${name}.first.json';\nexport default { ...data, ${fetched.join(', ')} };\n`,
  );
  return `${generatedAlias}/${name}.js`;
}

const bundles = new Map<string, Promise<string>>();

/**
 * Writes a module for each package that handlers import besides h3 and crossws, as a file of that name.
 *
 * @param root the folder of the site
 * @param members what is used of each, by its name
 * @returns what a module imports them by, by their names
 * @throws what `bundlePackage` throws
 */
export async function emitPackages(
  root: string,
  members: ReadonlyMap<string, readonly Member[]>,
): Promise<Record<string, string>> {
  const modules = await Promise.all(
    [...members].map(async ([name, own]) => {
      const used = [...new Set(own.map((member) => member.join('.')))].sort();
      const key = `package.${name}.${hashOf(used.join())}`;
      const built =
        bundles.get(key) ??
        bundlePackage(root, name, own).then(({ code }) =>
          JSON.stringify({ later: [{ path: name, code }] }),
        );
      bundles.set(key, built);
      emit(root, `${key}.json`, await built);
      return [name, `${generatedAlias}/${key}.json`] as const;
    }),
  );
  return Object.fromEntries(modules);
}

/**
 * Writes a module of files that follow when a server is ready.
 *
 * @param root the folder of the site
 * @param name of the file, without its ending
 * @returns what a module imports it by
 */
export function emitFiles(
  root: string,
  name: string,
  later: readonly CompiledFile[],
): string {
  emit(root, `${name}.json`, JSON.stringify({ later }));
  return `${generatedAlias}/${name}.json`;
}

/** Writes a file, if it is not there as it should be. */
function emit(root: string, name: string, text: string): void {
  const file = join(root, generatedFolder, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function assetOf(name: string, ending: string, text: string): Asset {
  return { path: `assets/playground/${name}.${hashOf(text)}.${ending}`, text };
}

/** A short name that changes with a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
