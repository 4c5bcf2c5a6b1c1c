import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../run/child.ts';
import { writePages } from './plain-site.ts';
import type { Twin } from './twins.ts';

/** A generator of documentation that this site is compared with. */
export interface Peer {
  readonly name: string;
  /** What npm installs: package and version. */
  readonly packages: Readonly<Record<string, string>>;
  /** What it builds with, and where that lies below its folder. */
  readonly build: readonly [file: string, ...args: string[]];
  readonly output: string;
  readonly write: (folder: string, twins: readonly Twin[]) => Promise<void>;
}

/** Each as its own documentation sets it up: a sidebar, dark and light, and its search. */
export const peers: readonly Peer[] = [
  {
    name: 'VitePress 1.6.4',
    packages: { vitepress: '1.6.4' },
    build: ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs'],
    output: 'docs/.vitepress/dist',
    write: async (folder, twins) => {
      const sidebar = twins.map(({ path, title }) => ({
        text: title,
        link: `/${path}`,
      }));
      await writePages(join(folder, 'docs'), twins, true);
      await mkdir(join(folder, 'docs', '.vitepress'));
      await writeFile(
        join(folder, 'docs', '.vitepress', 'config.mjs'),
        `export default ${JSON.stringify({
          title: 'Plain',
          cleanUrls: true,
          ignoreDeadLinks: true,
          themeConfig: { search: { provider: 'local' }, sidebar },
        })};\n`,
      );
    },
  },
  {
    // Later ones need Astro 6, and that Node 22.
    name: 'Starlight 0.37.7',
    packages: { '@astrojs/starlight': '0.37.7', astro: '5.18.2' },
    build: ['node_modules/astro/astro.js', 'build'],
    output: 'dist',
    write: async (folder, twins) => {
      await writePages(join(folder, 'src', 'content', 'docs'), twins);
      await writeFile(
        join(folder, 'astro.config.mjs'),
        `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({ integrations: [starlight({ title: 'Plain' })] });
`,
      );
      await writeFile(
        join(folder, 'src', 'content.config.ts'),
        `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`,
      );
    },
  },
];

/**
 * Installs a peer, and builds pages with it.
 *
 * @param peer which
 * @param twins the pages
 * @param folder an empty one outside of this repository, so that no package of it is found
 * @returns where the built site lies
 * @throws with the output of what failed
 */
export async function buildPeer(
  { name, packages, build, output, write }: Peer,
  twins: readonly Twin[],
  folder: string,
): Promise<string> {
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: packages }),
  );
  await write(folder, twins);
  const env = {
    NODE_ENV: 'production',
    // Neither asks anybody for anything.
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const [file, ...args] = build;
  for (const [command, ...rest] of [
    ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'],
    [process.execPath, join(folder, file), ...args],
  ] as const) {
    const ended = await run(command, rest, { cwd: folder, env });
    if (ended.code !== 0) {
      throw new Error(`${name} does not build the pages:\n${ended.output}`);
    }
  }
  return join(folder, output);
}
