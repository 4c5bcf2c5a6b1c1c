import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { tarGzOf, zipOf } from './archive.ts';
import { readExample } from './files.ts';
import { archivePath } from './index.ts';
import { launchPage, launchScript, type LaunchWords } from './stackblitz.ts';

/** An example as its downloads name it. */
export interface DownloadedExample {
  readonly name: string;
  /** What it shows, from its package.json. */
  readonly description: string;
}

/** What is written, and where. */
export interface DownloadsOptions {
  readonly examplesDir: string;
  readonly examples: readonly DownloadedExample[];
  /** A folder whose content the site serves as it is. */
  readonly folder: string;
  /** The words of the page that sends an example to StackBlitz. */
  readonly words: (example: string) => LaunchWords;
}

/**
 * Writes what a reader takes home: each example as two archives, and the page that sends it to StackBlitz.
 *
 * @param options what is written, and where
 * @throws what reading an example throws
 */
export function writeDownloads(options: DownloadsOptions): void {
  const written = new Set<string>();
  const write = (path: string, content: string | Uint8Array) => {
    written.add(path);
    const file = join(options.folder, path);
    const bytes = Buffer.from(content);
    // A development server reloads for each file that is written.
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
      launchPage({ title: name, description, files }, options.words(name)),
    );
  }
  write('stackblitz/launch.js', launchScript);
  // An example that was renamed leaves nothing behind.
  for (const kind of ['downloads', 'stackblitz']) {
    for (const name of readdirSync(join(options.folder, kind))) {
      const path = `${kind}/${name}`;
      if (!written.has(path)) rmSync(join(options.folder, path));
    }
  }
}

/**
 * Docusaurus plugin: writes the downloads whenever the site is loaded, for a build and for development.
 *
 * @param options what is written, and where; the folder has to be one of `staticDirectories`
 */
export function exampleDownloads(options: DownloadsOptions): () => Plugin {
  return () => ({
    name: 'example-downloads',
    loadContent: () => {
      writeDownloads(options);
      return Promise.resolve();
    },
  });
}
