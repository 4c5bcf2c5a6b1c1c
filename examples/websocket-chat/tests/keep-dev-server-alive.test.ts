import { createServer, type Plugin } from 'vite';
import { describe, expect, it } from 'vitest';
import { keepDevServerAlive } from '../vite/keep-dev-server-alive';

describe('keepDevServerAlive', () => {
  it('replaces nothing if Nitro handles no upgrades', async () => {
    const [before, after] = await upgradeListeners();
    expect(before).toHaveLength(1);
    expect(after).toEqual(before);
  });

  it("replaces Nitro's listener and keeps Vite's", async () => {
    const nitro = () => undefined;
    const [before, after] = await upgradeListeners({
      name: 'nitro',
      configureServer: ({ httpServer }) => {
        httpServer?.on('upgrade', nitro);
      },
    });
    expect(after).toHaveLength(2);
    expect(after[0]).toBe(before[0]);
    expect(after).not.toContain(nitro);
  });
});

/** Returns the upgrade listeners of a Vite server, before and after its plugins. */
async function upgradeListeners(...plugins: Plugin[]): Promise<unknown[][]> {
  const seen: unknown[][] = [];
  const witness = (enforce: 'pre' | 'post'): Plugin => ({
    name: `witness-${enforce}`,
    enforce,
    configureServer: ({ httpServer }) => {
      seen.push(httpServer?.listeners('upgrade') ?? []);
    },
  });
  const vite = await createServer({
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    plugins: [witness('pre'), plugins, keepDevServerAlive(), witness('post')],
  });
  await vite.close();
  return seen;
}
