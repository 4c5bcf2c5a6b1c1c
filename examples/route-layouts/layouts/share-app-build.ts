import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Builds the client and the rendering bundle of the app once, and copies them
 * for each further layout with the same options. Layouts differ in their server
 * routes, which Nitro builds.
 *
 * @param folder where the builds are kept
 * @param options everything that a build of the app depends on, apart from its source
 */
export function shareAppBuild(folder: string, options: object): Plugin {
  const key = createHash('sha256')
    .update(JSON.stringify(options))
    .digest('hex');
  return {
    name: 'share-app-build',
    buildApp: {
      order: 'pre',
      handler(builder) {
        const build = builder.build.bind(builder);
        builder.build = async (environment) => {
          const { root, build: settings } = environment.config;
          const output = resolve(root, settings.outDir);
          const shared = join(folder, key, environment.name);
          if (existsSync(shared)) {
            await cp(shared, output, { recursive: true });
            environment.isBuilt = true;
            return [];
          }
          const built = await build(environment);
          await cp(output, shared, { recursive: true });
          return built;
        };
        return Promise.resolve();
      },
    },
  };
}
