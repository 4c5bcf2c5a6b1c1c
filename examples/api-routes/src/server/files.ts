import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type StoredFile, storedFileSchema } from '../shared/file';
import { dataFolder } from './settings';

// Each file lies under its id, and what is known of it beside it as JSON.
const folder = join(dataFolder, 'files');

/** Where the bytes of a file lie. Only an id leads here, never a name. */
export function pathOf(id: string): string {
  return join(folder, z.uuid().parse(id));
}

/** Makes the folder of the files, if there is none. */
export async function prepareFiles(): Promise<void> {
  await mkdir(folder, { recursive: true });
}

/** Takes over the file at `path`. It is there as soon as its JSON is. */
export async function keepFile(path: string, file: StoredFile): Promise<void> {
  await rename(path, pathOf(file.id));
  const description = `${pathOf(file.id)}.json`;
  await writeFile(`${description}.part`, JSON.stringify(file), { flush: true });
  await rename(`${description}.part`, description);
}

/** All files, the newest first. */
export async function listFiles(): Promise<StoredFile[]> {
  await prepareFiles();
  const names = await readdir(folder);
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => findFile(name.slice(0, -'.json'.length))),
  );
  return files
    .filter((file) => file !== undefined)
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
}

/** What is known of a file; `undefined` when there is none with this id. */
export async function findFile(id: string): Promise<StoredFile | undefined> {
  if (!z.uuid().safeParse(id).success) {
    return undefined;
  }
  try {
    const json = await readFile(`${pathOf(id)}.json`, 'utf8');
    return storedFileSchema.parse(JSON.parse(json));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Whether there was such a file. */
export async function deleteFile(id: string): Promise<boolean> {
  if ((await findFile(id)) === undefined) {
    return false;
  }
  await rm(`${pathOf(id)}.json`, { force: true });
  await rm(pathOf(id), { force: true });
  return true;
}
