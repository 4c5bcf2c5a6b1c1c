import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Copies the client and the rendering bundle of another app instead of building them, for a variant with other server routes,
 * which Nitro builds.
 *
 * @param dist the `dist` folder of the other app
 */
export function reuseAppBuild(dist: string): Plugin {
  return {
    name: 'reuse-app-build',
    buildApp: {
      order: 'pre',
      handler(builder) {
        builder.build = async (environment) => {
          const { name, config } = environment;
          await cp(join(dist, name), config.build.outDir, { recursive: true });
          environment.isBuilt = true;
          return [];
        };
        return Promise.resolve();
      },
    },
  };
}
