import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildRuntime } from '../build.ts';
import { sandboxHtml } from '../host/sandbox.ts';

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
 * Writes a module of JSON for the bundler, if it is not there as it should be.
 *
 * @param root the folder of the site
 * @param name of the file, without its ending
 * @returns what a module imports it by
 */
export function emitJson(root: string, name: string, value: unknown): string {
  const file = join(root, generatedFolder, `${name}.json`);
  const text = JSON.stringify(value);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return `${generatedAlias}/${name}.json`;
}

function assetOf(name: string, ending: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { path: `assets/playground/${name}.${hash}.${ending}`, text };
}
