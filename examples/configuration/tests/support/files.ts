import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Returns the files below a folder of the app that contain a text. */
export async function filesWith(
  folder: string,
  text: string,
): Promise<string[]> {
  const entries = await readdir(join(root, folder), {
    recursive: true,
    withFileTypes: true,
  });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    if ((await readFile(file, 'utf8')).includes(text)) found.push(file);
  }
  return found;
}

/** Whether the build contains a text: in the files for browsers, in the server's files. */
export async function inBuild(text: string): Promise<{
  browser: boolean;
  server: boolean;
}> {
  const browser = await filesWith('dist/analog/public', text);
  const server = await filesWith('dist/analog/server', text);
  return { browser: browser.length > 0, server: server.length > 0 };
}
