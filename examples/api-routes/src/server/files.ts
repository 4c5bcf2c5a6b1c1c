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

// Each file is stored under its ID, with its metadata as JSON next to it.
const folder = join(dataFolder, 'files');

/** Returns the path of a file. It contains the ID, never the name. */
export function pathOf(id: string): string {
  return join(folder, z.uuid().parse(id));
}

/** Creates the folder of the files. */
export async function prepareFiles(): Promise<void> {
  await mkdir(folder, { recursive: true });
}

/** Stores the file at `path`. It becomes visible with its JSON. */
export async function keepFile(path: string, file: StoredFile): Promise<void> {
  await rename(path, pathOf(file.id));
  const description = `${pathOf(file.id)}.json`;
  await writeFile(`${description}.part`, JSON.stringify(file), { flush: true });
  await rename(`${description}.part`, description);
}

/** Returns all files, the newest first. */
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

/** Returns the metadata of a file, or `undefined` if it doesn't exist. */
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

/** Deletes a file; returns whether it existed. */
export async function deleteFile(id: string): Promise<boolean> {
  if ((await findFile(id)) === undefined) {
    return false;
  }
  await rm(`${pathOf(id)}.json`, { force: true });
  await rm(pathOf(id), { force: true });
  return true;
}
