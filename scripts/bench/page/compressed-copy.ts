import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What hosts compress; pictures and fonts are compressed already. */
const texts = ['.html', '.css', '.js', '.json', '.svg', '.txt', '.xml'];

/**
 * Copies a built site, and puts a compressed file beside each text, as hosts send it.
 *
 * @param built the site
 * @param folder gets the copy; what is there already goes
 */
export async function compressedCopy(
  built: string,
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(built, folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((one) => texts.includes(extname(one)))) {
    const path = join(folder, file);
    const text = await readFile(path);
    await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }));
  }
}
