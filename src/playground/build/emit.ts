import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCodeWorker, buildRuntime } from './bundles.ts';
import type { Bundle } from './bundle.ts';
import { bundlePackage, type Member } from './packages.ts';
import { sandboxHtml } from '../client/sandbox.ts';
import type { CompiledFile } from '../protocol.ts';

/** Docusaurus' folder for generated files, and its import alias. */
const generatedFolder = join('.docusaurus', 'playground');
const generatedAlias = '@generated/playground';

/** A file that no page imports. */
export interface Asset {
  /** Path below the base URL, with a hash of the text. */
  readonly path: string;
  readonly text: string;
}

/** The document of the sandbox. */
export const sandboxAsset = assetOf('sandbox', 'html', sandboxHtml);

/** Files built once for all languages, by name and site folder. */
const built = new Map<string, Promise<Asset>>();

/**
 * The runtime.
 *
 * @param root the folder of the site
 * @throws like `buildRuntime`
 */
export function runtimeAsset(root: string): Promise<Asset> {
  return scriptAsset('runtime', root, buildRuntime);
}

/**
 * The worker of the editor.
 *
 * @param root the folder of the site
 * @throws like `buildCodeWorker`
 */
export function codeWorkerAsset(root: string): Promise<Asset> {
  return scriptAsset('code-worker', root, buildCodeWorker);
}

function scriptAsset(
  name: string,
  root: string,
  build: (root: string) => Promise<Bundle>,
): Promise<Asset> {
  const key = `${name} ${root}`;
  const asset =
    built.get(key) ?? build(root).then(({ code }) => assetOf(name, 'js', code));
  built.set(key, asset);
  return asset;
}

/**
 * Writes a data module with functions that import further data.
 *
 * @param root the folder of the site
 * @param name of the files, without extension
 * @param parts further data by function name
 * @returns the import specifier
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
 * Writes a module for each on-demand package.
 *
 * @param root the folder of the site
 * @param members used members by package
 * @returns the import specifiers by package
 * @throws like `bundlePackage`
 */
export async function emitPackages(
  root: string,
  members: ReadonlyMap<string, readonly Member[]>,
): Promise<Record<string, string>> {
  const modules = await Promise.all(
    [...members].map(async ([name, paths]) => {
      const used = [...new Set(paths.map((member) => member.join('.')))].sort();
      const key = `package.${name}.${hashOf(used.join())}`;
      const built =
        bundles.get(key) ??
        bundlePackage(root, name, paths).then(({ code }) =>
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
 * Writes a module of files that are loaded after the start.
 *
 * @param root the folder of the site
 * @param name of the file, without extension
 * @returns the import specifier
 */
export function emitFiles(
  root: string,
  name: string,
  later: readonly CompiledFile[],
): string {
  emit(root, `${name}.json`, JSON.stringify({ later }));
  return `${generatedAlias}/${name}.json`;
}

/** Writes a file unless it is up to date. */
function emit(root: string, name: string, text: string): void {
  const file = join(root, generatedFolder, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function assetOf(name: string, ending: string, text: string): Asset {
  return { path: `assets/playground/${name}.${hashOf(text)}.${ending}`, text };
}

/** A short hash of a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
