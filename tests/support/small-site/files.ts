import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The content of a small site. */
export interface SmallSite {
  /** Pages by name. */
  readonly pages: Readonly<Record<string, string>>;
  /** German catalogues by page. */
  readonly catalogues: Readonly<Record<string, string>>;
}

/** Modules use their own location, so these are copied instead of linked. */
const copied = [
  'docusaurus.config.ts',
  'i18n/de/interface.po',
  'package-lock.json',
  'package.json',
  'site.config.ts',
  'src',
  'static',
  'tsconfig.json',
];
/** Large and read-only. */
const linked = ['examples', 'node_modules'];

/**
 * Writes a small site with the configuration, theme and code of this one.
 *
 * @param folder is replaced
 */
export async function writeSmallSite(
  folder: string,
  { pages, catalogues }: SmallSite,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of linked) await symlink(resolve(name), join(folder, name));
  for (const name of copied) {
    await cp(name, join(folder, name), { recursive: true });
  }
  const names = Object.keys(pages).map((file) => file.replace('.mdx', ''));
  const files = {
    'sidebars.ts': `export default { guide: ${JSON.stringify(names)} };\n`,
    ...below('docs', pages),
    ...below('i18n/de/docs', catalogues),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

function below(
  folder: string,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]),
  );
}
