import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '@docusaurus/types';
import { tarGzOf, zipOf } from './archive.ts';
import { readExample } from './files.ts';
import { archivePath } from './index.ts';
import { launchPage, launchScript, type LaunchMessages } from './stackblitz.ts';

/** An example with its description. */
export interface DownloadedExample {
  readonly name: string;
  readonly description: string;
}

/** Options of the plugin. */
export interface DownloadsOptions {
  readonly examplesDir: string;
  readonly examples: readonly DownloadedExample[];
  /** A static folder of the site. */
  readonly folder: string;
  /** Returns the messages of the page that sends an example to StackBlitz. */
  readonly messages: (example: string) => LaunchMessages;
}

/** Writes the static downloads: each example as zip and tar.gz, and the page that sends it to StackBlitz. */
export function writeDownloads(options: DownloadsOptions): void {
  const written = new Set<string>();
  const write = (path: string, content: string | Uint8Array) => {
    written.add(path);
    const file = join(options.folder, path);
    const bytes = Buffer.from(content);
    // A development server reloads for each written file.
    if (existsSync(file) && readFileSync(file).equals(bytes)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  for (const { name, description } of options.examples) {
    const files = readExample(options.examplesDir, name);
    write(archivePath(name, 'zip'), zipOf(name, files));
    write(archivePath(name, 'tar.gz'), tarGzOf(name, files));
    write(
      `stackblitz/${name}.html`,
      launchPage({ title: name, description, files }, options.messages(name)),
    );
  }
  write('stackblitz/launch.js', launchScript);
  // Deletes the downloads of renamed examples.
  for (const kind of ['downloads', 'stackblitz']) {
    for (const name of readdirSync(join(options.folder, kind))) {
      const path = `${kind}/${name}`;
      if (!written.has(path)) rmSync(join(options.folder, path));
    }
  }
}

/** Docusaurus plugin: writes the downloads whenever the site is loaded, and provides the components. */
export function exampleDownloads(options: DownloadsOptions): () => Plugin {
  const theme = fileURLToPath(new URL('theme', import.meta.url));
  return () => ({
    name: 'example-downloads',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    loadContent: () => {
      writeDownloads(options);
      return Promise.resolve();
    },
  });
}
