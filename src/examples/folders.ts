/** A folder with what it holds. */
export interface Folder<File> {
  /** Its name; several joined by `/` where each holds nothing but the next. */
  readonly name: string;
  readonly folders: readonly Folder<File>[];
  readonly files: readonly File[];
}

/**
 * Arranges files as a tree.
 *
 * @param files with their paths, in the order in which they are to stand
 * @returns the folder that holds all, without a name
 */
export function foldersOf<File extends { readonly path: string }>(
  files: readonly File[],
): Folder<File> {
  return folderAt('', files, 0);
}

function folderAt<File extends { readonly path: string }>(
  name: string,
  files: readonly File[],
  depth: number,
): Folder<File> {
  const own: File[] = [];
  const below = new Map<string, File[]>();
  for (const file of files) {
    const [next = '', ...rest] = file.path.split('/').slice(depth);
    if (rest.length === 0) own.push(file);
    else below.set(next, [...(below.get(next) ?? []), file]);
  }
  const folders = [...below].map(([next, inside]) =>
    folderAt(next, inside, depth + 1),
  );
  const [only] = folders;
  return name !== '' && own.length === 0 && folders.length === 1 && only
    ? { ...only, name: `${name}/${only.name}` }
    : { name, folders, files: own };
}
