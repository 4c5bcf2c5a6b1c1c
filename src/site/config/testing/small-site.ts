import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A Docusaurus site for a test. */
export interface SmallSite {
  readonly root: string;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Builds the site; throws with its errors if the build fails. */
  readonly build: () => Promise<void>;
  /** Reads a built file. */
  readonly built: (file: string) => string;
  readonly remove: () => Promise<void>;
}

/** Creates an empty site inside of the repository, so that it finds the repository's packages. */
export async function createSmallSite(name: string): Promise<SmallSite> {
  const root = join(process.cwd(), '.bench', name);
  const remove = () => rm(root, { recursive: true, force: true });
  await remove();
  return {
    root,
    write: async (files) => {
      for (const [file, text] of Object.entries(files)) {
        const path = join(root, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
    },
    build: async () => {
      const tool = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';
      await promisify(execFile)(
        process.execPath,
        [join(process.cwd(), tool), 'build'],
        {
          cwd: root,
          env: {
            ...process.env,
            NODE_ENV: 'production',
            NO_UPDATE_NOTIFIER: '1',
          },
        },
      );
    },
    built: (file) => readFileSync(join(root, 'build', file), 'utf8'),
    remove,
  };
}
